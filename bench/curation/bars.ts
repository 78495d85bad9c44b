/** Prints one line a bar: what was asked, what was measured, and whether it holds. */

export interface Bar {
  readonly name: string;
  readonly measured: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly detail?: string;
}

export class Bars {
  #missed = 0;

  heading(text: string): void {
    console.log(`\n${text}`);
  }

  note(text: string): void {
    console.log(`  ${text}`);
  }

  add({ name, measured, atLeast, atMost, detail }: Bar): void {
    const holds = (atLeast === undefined || measured >= atLeast) && (atMost === undefined || measured <= atMost);
    if (!holds) this.#missed += 1;
    const bar = atLeast === undefined ? `<= ${atMost}` : `>= ${atLeast}`;
    const value = Number.isInteger(measured) ? String(measured) : measured.toFixed(3);
    console.log(
      `  ${holds ? 'holds ' : 'MISSED'} ${name.padEnd(58)} ${value.padStart(9)}  (${bar})${detail ? `  ${detail}` : ''}`,
    );
  }

  /** Number of bars missed. */
  end(): number {
    console.log(this.#missed === 0 ? '\nEvery bar holds.' : `\n${this.#missed} missed.`);
    return this.#missed;
  }
}
