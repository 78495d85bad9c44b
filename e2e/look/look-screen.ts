/** What is known of a screen whose picture is taken. */
import type { Reader } from '../support/pages/reader.ts';

/** A library in one state. Screens that need the same one share an app. */
export type Library = 'sample' | 'learned' | 'edited' | 'empty' | 'first-run';

export interface LookScreen {
  readonly name: string;
  readonly library: Library;
  readonly go: (reader: Reader) => Promise<void>;
  /** True where loading the page anew would lose the state that the picture is of. */
  readonly keepsAddress?: boolean;
}
