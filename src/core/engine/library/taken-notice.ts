/** That a library held parts of somebody else's making, and was made anew from its rows: told in the terminal and in the window. */
import type { WritableDb } from '../../store/handles.ts';
import { setFact } from '../../store/settings.ts';
import type { Asks } from '../asks.ts';
import type { TakenRows } from './take-rows.ts';

const takenKey = 'rows_taken';
const freshMs = 60_000;

/** Kept as the sentence it is, with the time before it. */
export function noteTakenRows(db: WritableDb, { keptAs, leftOut }: TakenRows, now: number): void {
  const lost = leftOut === 0 ? '' : ` ${leftOut} of its rows did not fit and were left out.`;
  const sentence = `This library held parts that Broadsheet did not make, which could have acted in your name. Your subscriptions and articles were copied into a new library without them.${lost} The file as it was is kept beside it as ${keptAs}.`;
  setFact(db, takenKey, `${now} ${sentence}`);
}

/** The sentence; undefined in all but a very few libraries. */
export async function takenNotice(asks: Pick<Asks, 'read'>): Promise<string | undefined> {
  return (await notedTaking(asks))?.sentence;
}

/** In the start that did it. */
export async function tellOfTakenRows(
  asks: Pick<Asks, 'read'>,
  tell: ((sentence: string) => void) | undefined,
): Promise<void> {
  const noted = await notedTaking(asks);
  if (noted !== undefined && Date.now() - noted.at < freshMs) tell?.(noted.sentence);
}

async function notedTaking({ read }: Pick<Asks, 'read'>): Promise<{ at: number; sentence: string } | undefined> {
  const noted = await read('fact.get', { key: takenKey });
  if (!noted.ok || noted.value === null) return undefined;
  const [, at = '', sentence = ''] = /^(\d{1,15}) ([^<>]{1,600})$/.exec(noted.value) ?? [];
  return sentence === '' ? undefined : { at: Number(at), sentence };
}
