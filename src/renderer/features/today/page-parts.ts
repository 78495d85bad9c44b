/** The parts of the front page, in the order that the reader gave them, and which of them stand side by side. */
import type { Edition } from '../../../contract/edition.ts';

/** 'lead', 'top', 'for-you', 'section:World', 'picks', 'seldom' */
export type PartName = string;

/** As the core sorts them when nobody chose: the seven of the design, and what has no section. */
const usualSections = ['World', 'Business', 'Technology', 'Science', 'Culture', 'Sport', 'Local', 'More'];

export const sectionPart = (name: string): PartName => `section:${name}`;

const usualOrder: readonly PartName[] = [
  'lead',
  'top',
  'for-you',
  ...usualSections.map(sectionPart),
  'picks',
  'seldom',
];

const titles: Readonly<Record<PartName, string>> = {
  lead: 'Lead',
  top: 'Top stories right now',
  'for-you': 'For you',
  picks: 'Worth going back to',
  seldom: 'Seldom heard',
};

export function partTitle(part: PartName): string {
  return titles[part] ?? sectionOf(part) ?? part;
}

function sectionOf(part: PartName): string | undefined {
  return part.startsWith('section:') ? part.slice('section:'.length) : undefined;
}

/** The reader's own order; a part that it does not name comes after the one it usually follows. */
export function orderedParts(own: readonly PartName[]): readonly PartName[] {
  const order = own.filter((part) => usualOrder.includes(part));
  usualOrder.forEach((part, at) => {
    if (order.includes(part)) return;
    const before = usualOrder.slice(0, at).findLast((candidate) => order.includes(candidate));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, part);
  });
  return order;
}

/** Moves a part by one place; the first and the last stay where they are. */
export function movedPart(order: readonly PartName[], part: PartName, by: 1 | -1): readonly PartName[] {
  const at = order.indexOf(part);
  const to = at + by;
  const other = order[to];
  if (at < 0 || other === undefined) return order;
  return order.map((candidate, position) => (position === at ? other : position === to ? part : candidate));
}

/** What the core is asked for: nothing named while the reader has not chosen, so that it may know more sections. */
export function wantedSections(own: readonly PartName[], hidden: readonly PartName[]): string[] | undefined {
  if (own.length === 0 && !hidden.some((part) => sectionOf(part) !== undefined)) return undefined;
  return orderedParts(own).flatMap((part) => (hidden.includes(part) ? [] : (sectionOf(part) ?? [])));
}

const leastPicks = 3;

/** Parts that stand side by side when one follows the other. */
const pairs: readonly (readonly [PartName, PartName])[] = [
  ['lead', 'top'],
  ['picks', 'seldom'],
];

export type Band =
  | { readonly kind: 'single'; readonly part: PartName }
  | { readonly kind: 'pair'; readonly parts: readonly [PartName, PartName] }
  | { readonly kind: 'sections'; readonly names: readonly string[] };

/** The page from top to bottom. Parts with nothing in them are left out. */
export function bandsOf(
  edition: Edition,
  { order, hidden }: { readonly order: readonly PartName[]; readonly hidden: readonly PartName[] },
): readonly Band[] {
  const parts = withUnknownSections(orderedParts(order), edition).filter(
    (part) => !hidden.includes(part) && hasSomething(edition, part),
  );
  const bands: Band[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    const next = parts[at + 1];
    const last = bands.at(-1);
    const section = sectionOf(part);
    if (section !== undefined) {
      if (last?.kind === 'sections') bands[bands.length - 1] = { kind: 'sections', names: [...last.names, section] };
      else bands.push({ kind: 'sections', names: [section] });
    } else if (next !== undefined && pairs.some(([first, second]) => first === part && second === next)) {
      bands.push({ kind: 'pair', parts: [part, next] });
      at += 1;
    } else bands.push({ kind: 'single', part });
  }
  return bands;
}

function withUnknownSections(parts: readonly PartName[], edition: Edition): readonly PartName[] {
  const unknown = edition.sections.map(({ name }) => sectionPart(name)).filter((part) => !parts.includes(part));
  if (unknown.length === 0) return parts;
  const at = parts.findLastIndex((part) => sectionOf(part) !== undefined) + 1;
  return parts.toSpliced(at, 0, ...unknown);
}

function hasSomething(edition: Edition, part: PartName): boolean {
  const section = sectionOf(part);
  if (section !== undefined) return (edition.sections.find(({ name }) => name === section)?.rows.length ?? 0) > 0;
  if (part === 'lead') return edition.lead !== null;
  // With too few sources its place says what it takes.
  if (part === 'top') return edition.top.length > 0 || edition.topState === 'too-few-sources';
  if (part === 'for-you') return edition.forYou.length > 0;
  // Two in the frame of four would leave a hole; those who seldom speak have its width then.
  if (part === 'picks') return edition.picks.length >= leastPicks;
  return edition.seldom.length > 0;
}
