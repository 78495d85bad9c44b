/** Collects what is over its bar, so that a long table ends with the few lines that matter. */
import { type Figures, row } from './measure.ts';

interface Bar {
  /** Mean CPU, ms. */
  readonly cpu?: number;
  readonly p95?: number;
  /** At most so many times the bare statement's CPU. */
  readonly timesBare?: number;
}

const over: string[] = [];

/** Prints a line of figures with its bar, and keeps it in mind when it is over. Below 0.1 ms a ratio says nothing. */
export function against(name: string, figures: Figures, bar: Bar, bare?: Figures): void {
  const times = bare === undefined ? undefined : figures.cpuMs / Math.max(0.05, bare.cpuMs);
  const troubles = [
    ...(bar.cpu !== undefined && figures.cpuMs > bar.cpu ? [`CPU over ${bar.cpu}`] : []),
    ...(bar.p95 !== undefined && figures.p95 > bar.p95
      ? [
          `p95 over ${bar.p95}${figures.cpuP95 > bar.p95 ? '' : ` for waiting (${figures.cpuP95.toFixed(1)} of it CPU)`}`,
        ]
      : []),
    ...(bar.timesBare !== undefined && times !== undefined && times > bar.timesBare && figures.cpuMs > 0.1
      ? [`over x ${bar.timesBare} of bare`]
      : []),
  ];
  const beside = times === undefined ? '' : `x ${times.toFixed(1)} of bare`;
  console.log(row(name, figures, [beside, ...troubles.map((trouble) => trouble.toUpperCase())].join('  ')));
  for (const trouble of troubles)
    over.push(`${name.trim()}: ${trouble} (${figures.cpuMs.toFixed(2)} / ${figures.p95.toFixed(1)})`);
}

/** One number against its bar. */
export function figure(
  name: string,
  value: number,
  bar: { readonly most?: number; readonly least?: number },
  unit = '',
): void {
  const isOver = (bar.most !== undefined && value > bar.most) || (bar.least !== undefined && value < bar.least);
  const limit = bar.most === undefined ? `at least ${bar.least}` : `at most ${bar.most}`;
  const text = `${name}: ${value.toFixed(2)}${unit} (bar: ${limit}${unit})`;
  console.log(isOver ? `${text}  OVER` : text);
  if (isOver) over.push(text);
}

export function printOver(): void {
  console.log(over.length === 0 ? '\nnothing is over its bar' : `\nover their bars:\n  ${over.join('\n  ')}`);
}
