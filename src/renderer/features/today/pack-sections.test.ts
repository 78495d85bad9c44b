import { describe, expect, it, test } from 'vitest';
import { columnsFor, packSections, type SectionHeights } from './pack-sections.ts';

const counts = [2, 3, 5, 7, 9];
const widths = { 1920: 1400, 1440: 1120, 1100: 780, 700: 660, 420: 380 };

/** Heights as they are measured on a page: headlines of one to three lines. */
function sections(count: number, pictures: 'with' | 'some' | 'without', width: number): SectionHeights[] {
  const columns = columnsFor(width, count);
  const column = (width - 36 * (columns - 1)) / columns;
  return Array.from({ length: count }, (_, at) => {
    const hasPicture = pictures === 'with' || (pictures === 'some' && at % 2 === 0);
    const picture = hasPicture ? column * (count >= 7 ? 0.5 : 9 / 16) : 0;
    return {
      large: 76 + picture + 118 + (at % 3) * 30,
      small: 76 + 74 + (at % 2) * 25 + (hasPicture ? 0 : 40),
      headlines: Array.from({ length: 6 }, (__, n) => 62 + ((at + n) % 3) * 22),
      picture,
    };
  });
}

function heightsOf(measured: readonly SectionHeights[], columns: number): number[] {
  const heights = Array.from({ length: columns }, () => 0);
  for (const [at, place] of packSections(measured, columns).entries()) {
    const own = measured[at];
    if (!own) continue;
    const rows = own.headlines.slice(0, place.headlines).reduce((sum, one) => sum + one, place.headlines > 0 ? 12 : 0);
    const growth = place.pictureHeight === null ? 0 : place.pictureHeight - own.picture;
    heights[place.column] = (heights[place.column] ?? 0) + own[place.form] + rows + growth;
  }
  return heights;
}

describe.each(Object.entries(widths))('at %s px', (_, width) => {
  const pages = counts.flatMap((count) =>
    (['with', 'some', 'without'] as const).map((pictures) => ({ count, pictures })),
  );
  it.each(pages)('$count sections $pictures pictures leave no column emptier than a quarter', ({ count, pictures }) => {
    const columns = columnsFor(width, count);
    const heights = heightsOf(sections(count, pictures, width), columns);
    const tallest = Math.max(...heights);
    for (const height of heights) expect(1 - height / tallest, `${heights}`).toBeLessThan(0.25);
  });
});

test('sections keep the reader’s order: down one column, then the next', () => {
  const columns = packSections(sections(7, 'with', 1120), 3).map(({ column }) => column);
  expect(columns).toEqual(columns.toSorted());
  expect(new Set(columns)).toEqual(new Set([0, 1, 2]));
});

test('the first section of a column has the large picture, the others a small one', () => {
  const placed = packSections(sections(7, 'with', 1120), 3);
  for (const [at, place] of placed.entries())
    expect(place.form).toBe(place.column === placed[at - 1]?.column ? 'small' : 'large');
});

test('a section with few stories shows no more than it has', () => {
  const few = sections(3, 'with', 1120).map((each) => ({ ...each, headlines: each.headlines.slice(0, 1) }));
  for (const { headlines } of packSections(few, 3)) expect(headlines).toBe(1);
});

test('beside a section without a picture and with few headlines, a wide picture gives up some of its height', () => {
  const wide = { large: 578, small: 190, headlines: [70, 70, 70], picture: 384 };
  const bare = { large: 200, small: 200, headlines: [70, 70], picture: 0 };
  const [first] = packSections([wide, bare], 2);
  expect(first?.pictureHeight).toBeLessThan(384);
  expect(first?.pictureHeight).toBeGreaterThan(200);
});
