/** What changed between two states of an article, word by word, and how much it matters to a reader. */

import { isTypo } from './is-typo.ts';

export type ChangeKind = 'same' | 'added' | 'removed';

export interface TextChange {
  readonly kind: ChangeKind;
  readonly text: string;
}

/** serious: headline, number, name, quotation or a "not"; wording: other words; trifle: punctuation, case, spacing and spelling. */
export type Severity = 'serious' | 'wording' | 'trifle';

export interface ArticleState {
  readonly title: string;
  /** Plain text. */
  readonly text: string;
}

export interface Revision {
  readonly severity: Severity;
  readonly titleChanged: boolean;
}

/** Beyond this many word edits the texts are told apart as wholes: the search costs words × edits. */
const mostEdits = 600;

/** Compares two states; undefined when a reader would see no difference at all. */
export function compareStates(before: ArticleState, after: ArticleState): Revision | undefined {
  const titleChanges = wordDiff(before.title, after.title);
  const textChanges = wordDiff(before.text, after.text);
  const titleSeverity = severityOf(titleChanges);
  const textSeverity = severityOf(textChanges);
  if (titleSeverity === undefined && textSeverity === undefined) {
    return undefined;
  }
  const titleChanged = titleSeverity !== undefined && titleSeverity !== 'trifle';
  const severity = titleChanged ? 'serious' : (textSeverity ?? titleSeverity ?? 'trifle');
  return { severity, titleChanged };
}

/**
 * Word diff by Myers' greedy algorithm ("An O(ND) Difference Algorithm", 1986). White space goes with the word before
 * it; Han, kana and Hangul letters are words each. A few ms for an article of 2,000 words with some edits.
 */
export function wordDiff(before: string, after: string): readonly TextChange[] {
  if (before === after) {
    return before === '' ? [] : [{ kind: 'same', text: before }];
  }
  const old = wordsOf(before);
  const now = wordsOf(after);
  const start = commonLength(old, now, (list, at) => list[at]);
  const end = Math.min(
    commonLength(old, now, (list, at) => list[list.length - 1 - at]),
    Math.min(old.length, now.length) - start,
  );
  const middle = shortestEdit(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const same = (words: readonly string[]): TextChange[] =>
    words.length > 0 ? [{ kind: 'same', text: words.join('') }] : [];
  return joinRuns([...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - end))]);
}

function wordsOf(text: string): string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]\s*|[\p{L}\p{N}\p{M}]+(?:[.,'’-][\p{L}\p{N}]+)*\s*|[^\p{L}\p{N}\s]\s*|\s+/gu,
    ) ?? []
  );
}

function commonLength(
  old: readonly string[],
  now: readonly string[],
  wordAt: (list: readonly string[], at: number) => string | undefined,
): number {
  const most = Math.min(old.length, now.length);
  let length = 0;
  while (length < most && wordAt(old, length) === wordAt(now, length)) length++;
  return length;
}

/** By the same search: the fewest items that went and came. Beyond its limit all of one went and all of the other came. */
export function shortestEdit(old: readonly string[], now: readonly string[]): TextChange[] {
  const removedAndAdded = (): TextChange[] => [
    ...(old.length > 0 ? [{ kind: 'removed' as const, text: old.join('') }] : []),
    ...(now.length > 0 ? [{ kind: 'added' as const, text: now.join('') }] : []),
  ];
  if (old.length === 0 || now.length === 0) {
    return removedAndAdded();
  }
  const trace = traceEdits(old, now);
  return trace === undefined ? removedAndAdded() : walkBack(old, now, trace);
}

/** For each number of edits, how far along `old` each diagonal reaches; undefined beyond `mostEdits`. */
function traceEdits(old: readonly string[], now: readonly string[]): Int32Array[] | undefined {
  const most = Math.min(old.length + now.length, mostEdits);
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trace.push(reach.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = diagonal + most + 1;
      const down = diagonal === -edits || (diagonal !== edits && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0));
      let x = down ? (reach[at + 1] ?? 0) : (reach[at - 1] ?? 0) + 1;
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++;
      reach[at] = x;
      if (x >= old.length && x - diagonal >= now.length) {
        return trace;
      }
    }
  }
  return undefined;
}

function walkBack(old: readonly string[], now: readonly string[], trace: readonly Int32Array[]): TextChange[] {
  const changes: TextChange[] = [];
  const offset = ((trace[0]?.length ?? 3) - 1) / 2;
  let x = old.length;
  let y = now.length;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reach = trace[edits] ?? new Int32Array(0);
    const diagonal = x - y;
    const at = diagonal + offset;
    const down = diagonal === -edits || (diagonal !== edits && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0));
    const fromX = edits === 0 ? 0 : down ? (reach[at + 1] ?? 0) : (reach[at - 1] ?? 0);
    const fromY = edits === 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1);
    while (
      x > fromX &&
      y > fromY &&
      !(edits > 0 && (down ? y === fromY + 1 && x === fromX : x === fromX + 1 && y === fromY))
    ) {
      changes.push({ kind: 'same', text: old[--x] ?? '' });
      y--;
    }
    if (edits > 0) {
      changes.push(down ? { kind: 'added', text: now[--y] ?? '' } : { kind: 'removed', text: old[--x] ?? '' });
    }
  }
  return changes.reverse();
}

function joinRuns(changes: readonly TextChange[]): TextChange[] {
  const joined: TextChange[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    if (last !== undefined && last.kind === change.kind) {
      joined[joined.length - 1] = { kind: last.kind, text: last.text + change.text };
    } else {
      joined.push(change);
    }
  }
  return joined;
}

const numberOrQuotation = /\p{N}|["“”„«»‘]|\p{Lu}{2}/u;
export const numberWord =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|hundert\w*|tausend\w*|million\w*|milliard\w*|deux|trois|quatre|cinq|huit|neuf|dix|cent|mille|dos|tres|cuatro|cinco|ocho|nueve|diez|cien|mil)\b/iu;
const negation =
  /\b(?:not|no|never|none|nor|without|neither|cannot|\w+n['’]t|nicht|kein\w*|nie|ohne|pas|jamais|sans|aucun\w*|nunca|sin|ningún\w*|non|mai|senza|niet|geen|inte|ikke)\b|[不没無无]|ない|не\b/iu;
/** A capital that opens a word which does not open a sentence: taken for a name. */
const nameInside = /\p{Lu}(?<=[^.!?。:…"“”\s][^\S\n]+\p{Lu})/u;

export function severityOf(changes: readonly TextChange[]): Severity | undefined {
  const edits = changes.filter((change) => change.kind !== 'same');
  if (edits.length === 0) {
    return undefined;
  }
  // What changed its dress only: the same letters came and went.
  if (lettersOf(edits, 'added') === lettersOf(edits, 'removed')) {
    return textOf(edits, 'added').replace(/\s+/g, '') === textOf(edits, 'removed').replace(/\s+/g, '')
      ? undefined
      : 'trifle';
  }
  if (edits.every((edit) => isTypoAt(changes, edit))) return 'trifle';
  let before = '';
  for (const change of changes) {
    if (change.kind === 'same') {
      before = change.text;
    } else if (!isTypoAt(changes, change) && isSerious(change.text, endsSentence(before))) {
      return 'serious';
    }
  }
  return 'wording';
}

/** Also where nothing, or a new line, stands before. */
function endsSentence(text: string): boolean {
  const said = text.trimEnd();
  return said === '' || text.includes('\n', said.length) || /[.!?。:…"“”]$/u.test(said);
}

/** Whether an edit is one half of a corrected spelling: 'yaer' went and 'year' came. */
function isTypoAt(changes: readonly TextChange[], edit: TextChange): boolean {
  const at = changes.indexOf(edit);
  const other = edit.kind === 'removed' ? changes[at + 1] : changes[at - 1];
  if (other === undefined || other.kind === 'same' || other.kind === edit.kind) return false;
  return isTypo(edit.text.trim(), other.text.trim());
}

function isSerious(edit: string, opensSentence: boolean): boolean {
  const name = nameInside.test(edit) || (!opensSentence && /^\p{Lu}/u.test(edit));
  return name || numberOrQuotation.test(edit) || numberWord.test(edit) || negation.test(edit);
}

function textOf(edits: readonly TextChange[], kind: ChangeKind): string {
  return edits
    .filter((edit) => edit.kind === kind)
    .map((edit) => edit.text)
    .join('');
}

function lettersOf(edits: readonly TextChange[], kind: ChangeKind): string {
  return textOf(edits, kind)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
