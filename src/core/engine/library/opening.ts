/** What there is to do before a library can be opened, where that takes long: told by the thread that does it. */

export type OpeningStep =
  | 'check-backup'
  | 'restore'
  | 'take-rows'
  | 'mend'
  | 'back-up'
  | 'migrate'
  | 'check'
  | 'finish'
  | 'copy';

export interface Opening {
  readonly step: OpeningStep;
  readonly done: number;
  /** In the unit of `done`; 0 where nobody knows. */
  readonly total: number;
  /** A file whose bytes are to be added to `done`: SQLite writes it in one go, and does not say how far it is. */
  readonly grows?: string;
}

/** SQLite is at it in one go: its thread cannot be ended before. */
export const isInOneGo = ({ step, grows }: Opening): boolean => step === 'migrate' || grows !== undefined;

export type TellOpening = (opening: Opening) => void;

export const tellNobody: TellOpening = () => {};

/** Less than this nobody wants to hear of; the window opens with its lists instead. */
export const usualPatienceMs = 400;
// as often as a bar can be seen to move
const againMs = 200;
// What SQLite does in one go may take longer than anybody's patience, and is told of before it begins.
const longBytes = 64 * 1024 * 1024;

/** Hands on what takes long: the first after `patienceMs`, then a few each second, and each step that begins after that. */
export function patiently(tell: TellOpening, patienceMs: number): TellOpening {
  let lastAt = performance.now() + patienceMs - againMs;
  let lastStep: OpeningStep | undefined;
  return (opening) => {
    const now = performance.now();
    const isNew = lastStep !== undefined && opening.step !== lastStep;
    const isLarge = opening.grows !== undefined && opening.total > longBytes;
    if (now - lastAt < againMs && !isNew && !isLarge) return;
    lastAt = now;
    lastStep = opening.step;
    tell(opening);
  };
}

const sentences: Readonly<Record<OpeningStep, string>> = {
  'check-backup': 'Your backup is looked through before it takes the place of the library.',
  restore: 'Your backup takes the place of the library, which is kept beside it.',
  'take-rows':
    'This library holds parts that Broadsheet did not make. Its subscriptions and articles are copied into a new library without them, and the file as it was is kept beside it.',
  mend: 'Your library is written anew without a search index that is damaged. Your articles are sound, and the library as it was is kept beside it.',
  'back-up': 'This version of Broadsheet keeps your library in a new form. First a backup is made of it as it is.',
  migrate: 'This version of Broadsheet keeps your library in a new form. It is brought into that form now.',
  check: 'Broadsheet did not end as it should last time, so your library is looked through before it is opened.',
  finish: 'Broadsheet did not end as it should last time. What was going on then is finished now.',
  copy: 'Your library is copied to its new place.',
};

/** For the window and the terminal. */
export function inWords({ step }: Opening): string {
  return sentences[step];
}
