/** Times a function over many calls and says what a reader of the figures needs: mean CPU, median, 95th, worst. */

export interface Figures {
  readonly cpuMs: number;
  /** Of CPU: what the 95th would be on a machine that has nothing else to do. */
  readonly cpuP95: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly n: number;
}

export async function measure(n: number, work: (turn: number) => unknown): Promise<Figures> {
  const times: number[] = [];
  const cpuTimes: number[] = [];
  const cpu = process.cpuUsage();
  let spent = 0;
  for (let turn = 0; turn < n; turn += 1) {
    const start = performance.now();
    await work(turn);
    times.push(performance.now() - start);
    const used = process.cpuUsage(cpu);
    cpuTimes.push((used.user + used.system) / 1000 - spent);
    spent = (used.user + used.system) / 1000;
  }
  times.sort((a, b) => a - b);
  cpuTimes.sort((a, b) => a - b);
  const at = (sorted: readonly number[], share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    cpuMs: spent / n,
    cpuP95: at(cpuTimes, 0.95),
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    max: times.at(-1) ?? 0,
    n,
  };
}

export function row(name: string, figures: Figures, beside?: string): string {
  const ms = (value: number): string => value.toFixed(2).padStart(8);
  return `${name.padEnd(46)}${ms(figures.cpuMs)}${ms(figures.p50)}${ms(figures.p95)}${ms(figures.max)}${String(figures.n).padStart(6)}  ${beside ?? ''}`;
}

export const header = `${''.padEnd(46)}  cpu ms     p50     p95     max     n`;
