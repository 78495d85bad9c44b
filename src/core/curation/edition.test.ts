import { describe, expect, test } from 'vitest';
import { catchUpIn, minutesToRead } from './catch-up.ts';
import { composeEdition, type Edition, type EditionArticle, type EditionParts } from './edition.ts';

function piece(id: string, more: Partial<EditionArticle> = {}): EditionArticle {
  return { id, publisher: `${id}.example`, at: 0, title: `Title ${id}`, hasPicture: false, ...more };
}

const none: EditionParts = { top: [], forYou: [], fresh: [], seldom: [], picks: [], sections: ['World', 'Sport'] };

function everyId(edition: Edition): unknown[] {
  const { lead, top, forYou, sections, picks, seldom } = edition;
  return [lead, ...top, ...forYou, ...sections.flatMap(({ articles }) => articles), ...picks, ...seldom].filter(
    (id) => id !== null,
  );
}

describe('the edition', () => {
  test('no article stands on the page twice, whatever lists it is in', () => {
    const all = Array.from({ length: 30 }, (_, index) =>
      piece(`p${index}`, { section: index % 2 === 0 ? 'World' : 'Sport' }),
    );
    const ids = everyId(composeEdition({ ...none, top: all, forYou: all, fresh: all, seldom: all, picks: all }));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(15);
  });

  test('no story stands on the page twice, told by whom it may be', () => {
    const told = Array.from({ length: 10 }, (_, index) => piece(`t${index}`, { story: 'flood', section: 'World' }));
    expect(everyId(composeEdition({ ...none, top: told, forYou: told, fresh: told }))).toEqual(['t0']);
  });

  test('the same headline is not repeated: 1,000 identical articles take one place', () => {
    const same = Array.from({ length: 1_000 }, (_, index) => piece(`s${index}`, { title: 'Same', section: 'World' }));
    expect(everyId(composeEdition({ ...none, top: same, fresh: same, forYou: same }))).toEqual(['s0']);
  });

  test('a loud publisher takes two places of a section and leaves the rest to others; more of it only fills a short column', () => {
    const loud = Array.from({ length: 50 }, (_, index) =>
      piece(`l${index}`, { publisher: 'loud.example', section: 'World' }),
    );
    const quiet = [piece('q1', { section: 'World' }), piece('q2', { section: 'World' })];
    const [world] = composeEdition({ ...none, top: [piece('lead')], fresh: [...loud, ...quiet] }).sections;
    expect(world?.articles).toEqual(['l0', 'l1', 'q1', 'q2', 'l2', 'l3']);
  });

  test('a section with few articles has these; an empty one is left out', () => {
    const fresh = [piece('a', { section: 'World' }), piece('b', { section: 'World' })];
    expect(composeEdition({ ...none, top: [piece('lead')], fresh }).sections).toEqual([
      { name: 'World', articles: ['a', 'b'], total: 2 },
    ]);
  });

  test('the seldom heard keep their places: one each, before the sections take any', () => {
    const seldom = [
      piece('s1', { publisher: 'rare.example', section: 'World' }),
      piece('s2', { publisher: 'rare.example', section: 'World' }),
      piece('s3', { section: 'World' }),
    ];
    const edition = composeEdition({ ...none, top: [piece('lead')], seldom, fresh: seldom });
    expect(edition.seldom).toEqual(['s1', 's3']);
  });

  test('without top stories the best fresh article leads; an empty library has an empty page', () => {
    expect(composeEdition({ ...none, fresh: [piece('only', { section: 'World' })] }).lead).toBe('only');
    expect(everyId(composeEdition(none))).toEqual([]);
  });
});

describe('catch up in n minutes', () => {
  const pieces = [
    { id: 'long', wordCount: 2_300, value: 5 },
    { id: 'middle', wordCount: 920, value: 4 },
    { id: 'short', wordCount: 460, value: 3 },
    { id: 'brief', wordCount: 230, value: 1 },
  ];

  test('the best is first, also where it takes longer than there is; what is left of the time is filled by worth', () => {
    expect(catchUpIn(6, pieces)).toEqual({ articles: ['long', 'short', 'brief'], minutes: 13 });
    expect(catchUpIn(12, pieces)).toEqual({ articles: ['long', 'short', 'brief'], minutes: 13 });
    expect(catchUpIn(17, pieces)).toEqual({ articles: ['long', 'middle', 'short', 'brief'], minutes: 17 });
  });

  test('briefs do not fill it: 5 minutes are five stories at most', () => {
    const briefs = Array.from({ length: 30 }, (_, n) => ({ id: `brief ${n}`, wordCount: 100, value: 30 - n }));
    expect(catchUpIn(5, briefs).articles).toEqual(['brief 0', 'brief 1', 'brief 2', 'brief 3', 'brief 4']);
    expect(catchUpIn(40, briefs).articles).toHaveLength(12);
  });

  test('no time, no list', () => {
    expect(catchUpIn(0, pieces).articles).toEqual([]);
    expect(catchUpIn(-5, pieces).articles).toEqual([]);
  });

  test('one article of a story is enough', () => {
    expect(
      catchUpIn(
        60,
        pieces.map((each) => ({ ...each, story: 'same' })),
      ).articles,
    ).toEqual(['long']);
  });

  test('an article without words takes half a minute', () => {
    expect(minutesToRead(0)).toBe(0.5);
  });
});
