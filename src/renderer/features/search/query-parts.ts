/** The query as it is drawn in its field: which letters are chips, which are signs, which were not understood. */
import type { OutputOf } from '../../../contract/index.ts';

type Parsed = OutputOf<'search.parse'>;
export type QueryPart = Parsed['parts'][number];
type Ignored = Parsed['ignored'][number];

export interface ParsedText {
  /** The text that was taken apart: perhaps not yet what stands in the field. */
  readonly query: string;
  readonly parts: readonly QueryPart[];
  readonly ignored: readonly Ignored[];
}

interface Piece {
  readonly at: number;
  readonly text: string;
  /** An operator, a quote, a star or a minus: drawn in the accent. */
  readonly isSign: boolean;
  readonly isWrong: boolean;
}

export interface Segment {
  readonly at: number;
  readonly kind: QueryPart['kind'] | null;
  readonly pieces: readonly Piece[];
}

type Placed = { readonly at: number; readonly end: number };

/** Carries what is known of an older text over to the present one: what stands before and after the change stays. */
export function carryOver({ query, parts, ignored }: ParsedText, text: string): ParsedText {
  if (query === text) return { query, parts, ignored };
  const most = Math.min(query.length, text.length);
  let before = 0;
  while (before < most && query[before] === text[before]) before += 1;
  let after = 0;
  while (after < most - before && query.at(-1 - after) === text.at(-1 - after)) after += 1;
  const shift = text.length - query.length;
  const carry = <Part extends Placed>(part: Part): Part[] => {
    if (part.end <= before) return [part];
    return part.at >= query.length - after ? [{ ...part, at: part.at + shift, end: part.end + shift }] : [];
  };
  return {
    query: text,
    parts: parts.flatMap((part) => carry(part).map((kept) => ({ ...kept, text: text.slice(kept.at, kept.end) }))),
    ignored: ignored.flatMap((part) => carry({ ...part, end: part.at + part.text.length })),
  };
}

/** Without the mistakes that the caret stands in: what is still being typed is not wrong yet. */
export function withoutTyped<Text extends ParsedText>(parsed: Text, caret: number | null): Text {
  if (caret === null) return parsed;
  const isTyped = (at: number, end: number) => caret >= at && caret <= end;
  return {
    ...parsed,
    parts: parsed.parts.filter(({ kind, at, end }) => kind !== 'ignored' || !isTyped(at, end)),
    ignored: parsed.ignored.filter(({ at, text }) => !isTyped(at, at + text.length)),
  };
}

/** All of the text in order, cut into parts and what stands between them. */
export function segmentsOf({ query, parts, ignored }: ParsedText): readonly Segment[] {
  const segments: Segment[] = [];
  const wrong = ignored.map(({ at, text }) => ({ at, end: at + text.length }));
  const add = (at: number, end: number, kind: Segment['kind'], signs: readonly Placed[]) => {
    if (at < end) segments.push({ at, kind, pieces: piecesOf(query, { at, end }, signs, wrong) });
  };
  let done = 0;
  for (const part of [...parts].sort((one, other) => one.at - other.at)) {
    if (part.at < done || part.end > query.length) continue;
    add(done, part.at, null, []);
    add(part.at, part.end, part.kind, signsOf(query, part));
    done = part.end;
  }
  add(done, query.length, null, []);
  return segments;
}

/** Where in a part its signs stand: a minus or NOT, the operator, quotes, a star, OR. */
function signsOf(query: string, { at, end, kind, operator }: QueryPart): readonly Placed[] {
  const text = query.slice(at, end);
  if (kind === 'or' || kind === 'bracket') return [{ at, end }];
  const signs = kind === 'near' ? /^-*NEAR\(|\)$/g : operator ? /^-*(NOT\s+)?[A-Za-z]+:|["*]/g : /^-+|^NOT\s+|["*]/g;
  return [...text.matchAll(signs)].map((match) => ({ at: at + match.index, end: at + match.index + match[0].length }));
}

function piecesOf(query: string, { at, end }: Placed, signs: readonly Placed[], wrong: readonly Placed[]): Piece[] {
  const edges = [...signs, ...wrong].flatMap((place) => [place.at, place.end]);
  const cuts = [...new Set([at, end, ...edges.filter((edge) => edge > at && edge < end)])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => ({
    at: from,
    text: query.slice(from, cuts[index + 1]),
    isSign: signs.some((place) => from >= place.at && from < place.end),
    isWrong: wrong.some((place) => from >= place.at && from < place.end),
  }));
}
