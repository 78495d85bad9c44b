/** Collects what had to be mended: one note for each kind, with the line where it was first met. */

import { lineAt } from './line-at.ts';
import type { Repair } from './parsed-feed.ts';

export class RepairNotes {
  private readonly byKind = new Map<Repair['kind'], Repair>();
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** `offset` is a position in the text, where it is known. */
  add(kind: Repair['kind'], offset?: number, note?: string): void {
    if (this.byKind.has(kind)) return;
    this.byKind.set(kind, {
      kind,
      ...(offset === undefined ? {} : { line: lineAt(this.text, offset) }),
      ...(note === undefined ? {} : { note }),
    });
  }

  list(): readonly Repair[] {
    return [...this.byKind.values()];
  }
}
