/**
 * Divides sections into columns that close on one line. Sections keep the reader's order: it runs down one column, then the
 * next. Works on measured heights alone, so that every page of a test can be worked out without a window.
 */

/** In px, at the width of a column. */
export interface SectionHeights {
  /** Head, lead with a large picture, and the room under the section; without headlines. */
  readonly large: number;
  /** The same with a small picture beside the lead. */
  readonly small: number;
  /** Each headline that the section could show. */
  readonly headlines: readonly number[];
  /** Of its large picture; 0 without one. */
  readonly picture: number;
}

export interface PlacedSection {
  readonly form: 'large' | 'small';
  readonly column: number;
  readonly headlines: number;
  /** Px, for the picture of a column that would end before the others; null: as its width makes it. */
  readonly pictureHeight: number | null;
}

const mostHeadlines = 6;
const mostGrowth = 72;
const mostCut = 0.45; // of a picture's height
const unevenFrom = 0.2;
const roomAboveHeadlines = 12;
const evenEnough = 64;
const muchAboveMean = 90;
const mostTurns = 60;
/** From so many sections on the page would be too long: it starts with fewer headlines. */
const denseFrom = 7;

export function isDense(sections: number): boolean {
  return sections >= denseFrom;
}

/** By the inner width of the page, in px. */
export function columnsFor(width: number, sections: number): number {
  return Math.min(sections, width >= 1240 ? 4 : width >= 860 ? 3 : width >= 560 ? 2 : 1);
}

interface Part {
  readonly heights: SectionHeights;
  readonly form: 'large' | 'small';
  headlines: number;
}

/** In the order given. */
export function packSections(sections: readonly SectionHeights[], columns: number): readonly PlacedSection[] {
  const dense = isDense(sections.length);
  const wanted = (form: Part['form']) => (dense ? (form === 'large' ? 2 : 1) : 3);
  const part = (heights: SectionHeights, form: Part['form']): Part => ({
    heights,
    form,
    headlines: Math.min(wanted(form), heights.headlines.length),
  });
  const cost = (form: Part['form']) => sections.map((heights) => heightOf(part(heights, form)));
  const ends = bestCut(cost('large'), cost('small'), columns);
  const parts = ends.map((end, at) =>
    sections.slice(ends[at - 1] ?? 0, end).map((heights, n) => part(heights, n === 0 ? 'large' : 'small')),
  );
  evenOut(parts, dense ? 1 : 2);
  if (isUneven(parts.map(columnHeight))) evenOut(parts, 1);
  const cut = isUneven(parts.map(columnHeight)) ? cutPictures(parts) : parts.map(() => 0);
  const heightNow = (column: readonly Part[], at: number) => columnHeight(column) - (cut[at] ?? 0);
  const tallest = Math.max(...parts.map(heightNow));
  return parts.flatMap((column, at) => {
    const growth = Math.min(tallest - heightNow(column, at), mostGrowth) - (cut[at] ?? 0);
    return column.map(({ form, headlines, heights }, n) => ({
      form,
      column: at,
      headlines,
      pictureHeight: n === 0 && growth !== 0 && heights.picture > 0 ? heights.picture + growth : null,
    }));
  });
}

function heightOf({ heights, form, headlines }: Part): number {
  const shown = heights.headlines.slice(0, headlines);
  return heights[form] + shown.reduce((sum, one) => sum + one, shown.length > 0 ? roomAboveHeadlines : 0);
}

function columnHeight(column: readonly Part[]): number {
  return column.reduce((sum, part) => sum + heightOf(part), 0);
}

/** The share of the emptiest column that would be empty, 0 to 1. */
export function emptiest(sections: readonly SectionHeights[], placed: readonly PlacedSection[]): number {
  const heights = new Map<number, number>();
  for (const [at, { column, form, headlines, pictureHeight }] of placed.entries()) {
    const own = sections[at];
    if (!own) continue;
    const growth = pictureHeight === null ? 0 : pictureHeight - own.picture;
    heights.set(column, (heights.get(column) ?? 0) + heightOf({ heights: own, form, headlines }) + growth);
  }
  return 1 - Math.min(...heights.values()) / Math.max(...heights.values());
}

function isUneven(heights: readonly number[]): boolean {
  return Math.min(...heights) < Math.max(...heights) * (1 - unevenFrom);
}

/** Px that the pictures of tall columns give up: beside a section without one, a wide column's would leave a hole. */
function cutPictures(parts: readonly (readonly Part[])[]): readonly number[] {
  const heights = parts.map(columnHeight);
  const shortest = Math.min(...heights);
  return parts.map(([first], at) =>
    Math.min((first?.heights.picture ?? 0) * mostCut, Math.max(0, (heights[at] ?? 0) - shortest)),
  );
}

/** Where each column ends, so that the sum of squares of their heights is least: the first section of each is large. */
function bestCut(large: readonly number[], small: readonly number[], columns: number): readonly number[] {
  let best: { cost: number; ends: readonly number[] } = { cost: Number.POSITIVE_INFINITY, ends: [large.length] };
  const cut = (start: number, left: number, { cost, ends }: typeof best): void => {
    if (cost >= best.cost) return;
    let height = 0;
    for (let end = start; end < large.length; end += 1) {
      height += (end === start ? large : small)[end] ?? 0;
      const after = { cost: cost + height * height, ends: [...ends, end + 1] };
      if (left === 1) {
        if (end === large.length - 1 && after.cost < best.cost) best = after;
      } else if (end < large.length - left + 1) cut(end + 1, left - 1, after);
    }
  };
  cut(0, columns, { cost: 0, ends: [] });
  return best.ends;
}

/** The tallest column gives headlines up, the shortest takes more, until they are about even. */
function evenOut(parts: readonly (readonly Part[])[], least: number): void {
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const heights = parts.map(columnHeight);
    const tall = heights.indexOf(Math.max(...heights));
    const short = heights.indexOf(Math.min(...heights));
    const mean = heights.reduce((sum, one) => sum + one, 0) / heights.length;
    if ((heights[tall] ?? 0) - (heights[short] ?? 0) < evenEnough) return;
    const more = (parts[short] ?? [])
      .filter(({ headlines, heights: own }) => headlines < Math.min(mostHeadlines, own.headlines.length))
      .toSorted((a, b) => a.headlines - b.headlines)[0];
    const less = (parts[tall] ?? [])
      .filter(({ headlines }) => headlines > least)
      .toSorted((a, b) => b.headlines - a.headlines)[0];
    if (less && ((heights[tall] ?? 0) > mean + muchAboveMean || !more)) less.headlines -= 1;
    else if (more) more.headlines += 1;
    else return;
  }
}
