import { describe, expect, test } from 'vitest';
import { type CurationArticle, hourMs } from './curation-article.ts';
import { article, monday, unrelated } from './fixtures/articles.ts';
import { composeForYou, type ForYouCandidate, reasonsFor } from './for-you.ts';
import { forYouFeatures } from './for-you-features.ts';
import { TasteModel } from './for-you-model.ts';
import type { SignalKind, TasteEvent } from './taste-lessons.ts';

const now = monday + 48 * hourMs;

function piece(number: number, section: string): CurationArticle {
  return {
    ...unrelated(number),
    id: number,
    section,
    publisher: `title${number % 11}.example`,
    feedId: `title${number % 11}`,
  };
}

/** A reader who opens Science and skips the rest. */
function scienceReader(): TasteEvent[] {
  return Array.from({ length: 60 }, (_, index): TasteEvent => {
    const science = index % 3 === 0;
    const kind: SignalKind = science ? 'opened' : 'skipped';
    return { seq: index + 1, kind, features: forYouFeatures(piece(index, science ? 'Science' : 'Sport'), 1, now) };
  });
}

function candidates(count: number, more: Partial<ForYouCandidate> = {}): ForYouCandidate[] {
  return Array.from({ length: count }, (_, index) => ({
    article: piece(1_000 + index, index % 4 === 0 ? 'Science' : 'Sport'),
    storyPublishers: 1,
    prior: 0.5,
    ...more,
  }));
}

const options = { now, limit: 10 };

function sectionsOf(
  rows: readonly { readonly article: number | string }[],
  from: readonly ForYouCandidate[],
): (string | undefined)[] {
  return rows.map((row) => from.find((candidate) => candidate.article.id === row.article)?.article.section);
}

describe('learning', () => {
  test('before ten opens the list is in time order and says that it is learning', () => {
    const offered = candidates(20);
    const list = composeForYou(offered, new TasteModel(), options);
    expect(list.kind).toBe('learning');
    const times = list.rows.map(
      (row) => offered.find((candidate) => candidate.article.id === row.article)?.article.publishedAt ?? 0,
    );
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test('a reader of one section gets it first', () => {
    const offered = candidates(80);
    const list = composeForYou(offered, TasteModel.fromEvents(scienceReader()), options);
    expect(list.kind).toBe('learned');
    expect(sectionsOf(list.rows, offered).filter((section) => section === 'Science').length).toBeGreaterThanOrEqual(8);
  });

  test('rebuilt from the log every weight is the same to the last digit', () => {
    const events = scienceReader();
    const step = new TasteModel();
    for (const event of events) step.apply(event);
    expect(TasteModel.fromEvents(events).profile()).toEqual(step.profile());
  });

  test('a checkpoint and the rest of the log give the same weights as the whole log', () => {
    const events = scienceReader();
    const half = TasteModel.fromState(JSON.parse(JSON.stringify(TasteModel.fromEvents(events.slice(0, 30)).state())));
    for (const event of events.slice(30)) half.apply(event);
    expect(half.profile()).toEqual(TasteModel.fromEvents(events).profile());
  });

  test('a star teaches more than an open, and an open more than nothing', () => {
    const weight = (kind: SignalKind) => {
      const model = new TasteModel();
      for (let seq = 1; seq <= 4; seq += 1)
        model.apply({ seq, kind, features: forYouFeatures(piece(seq, 'Science'), 1, now) });
      return model.weight('section:Science');
    };
    expect(weight('starred')).toBeGreaterThan(weight('opened'));
    expect(weight('opened')).toBeGreaterThan(0);
    expect(weight('hidden')).toBeLessThan(weight('skipped'));
  });

  test('skips beyond four for each open teach nothing', () => {
    const model = new TasteModel();
    const skip = (seq: number) =>
      model.apply({ seq, kind: 'skipped', features: forYouFeatures(piece(seq, 'Sport'), 1, now) });
    for (let seq = 1; seq <= 4; seq += 1) skip(seq);
    const before = model.profile();
    for (let seq = 5; seq <= 500; seq += 1) skip(seq);
    expect(model.profile()).toEqual(before);
  });
});

describe('saying it plainly', () => {
  test('"less like this" takes the section out of the first twenty', () => {
    const offered = candidates(120);
    const model = TasteModel.fromEvents(scienceReader());
    model.apply({
      seq: 61,
      kind: 'less-like-this',
      feature: 'section:Science',
      features: forYouFeatures(piece(500, 'Science'), 1, now),
    });
    const list = composeForYou(offered, model, { now, limit: 20 });
    expect(sectionsOf(list.rows, offered)).not.toContain('Science');
  });

  test('a muted feature is never shown, and comes back when unmuted', () => {
    const offered = candidates(40);
    const model = TasteModel.fromEvents(scienceReader());
    model.apply({ seq: 61, kind: 'mute', feature: 'section:Science' });
    expect(sectionsOf(composeForYou(offered, model, options).rows, offered)).not.toContain('Science');
    model.apply({ seq: 62, kind: 'unmute', feature: 'section:Science' });
    expect(sectionsOf(composeForYou(offered, model, options).rows, offered)).toContain('Science');
  });

  test('a weight set by hand stays as set', () => {
    const model = TasteModel.fromEvents([
      ...scienceReader(),
      { seq: 61, kind: 'set', feature: 'section:Sport', weight: 2 },
    ]);
    for (let seq = 62; seq < 80; seq += 1)
      model.apply({ seq, kind: 'hidden', features: forYouFeatures(piece(seq, 'Sport'), 1, now) });
    expect(model.weight('section:Sport')).toBe(2);
  });

  test('an erased feature is gone and is not learnt again from the past', () => {
    const model = TasteModel.fromEvents([...scienceReader(), { seq: 61, kind: 'erase', feature: 'section:Science' }]);
    for (let seq = 62; seq < 90; seq += 1)
      model.apply({ seq, kind: 'opened', features: forYouFeatures(piece(seq, 'World'), 1, now) });
    expect(model.weight('section:Science')).toBe(0);
  });

  test('erasing everything leaves nothing', () => {
    const model = TasteModel.fromEvents([...scienceReader(), { seq: 61, kind: 'erase' }]);
    expect(model.profile()).toEqual([]);
    expect(model.positives).toBe(0);
  });

  test('each reason shown is one of the three largest contributions, with its sign', () => {
    const offered = candidates(60);
    const model = TasteModel.fromEvents(scienceReader());
    for (const row of composeForYou(offered, model, options).rows) {
      const features = forYouFeatures(
        offered.find((candidate) => candidate.article.id === row.article)?.article ?? article({ id: 0 }),
        1,
        now,
      );
      expect(row.reasons).toEqual(reasonsFor(features, model));
      expect(row.reasons.length).toBeLessThanOrEqual(3);
      const least = Math.min(...row.reasons.map((reason) => Math.abs(reason.contribution)));
      const named = new Set(row.reasons.map((reason) => reason.feature));
      const others = [...features].filter(([name]) => !named.has(name) && name !== 'bias' && name !== 'age');
      expect(Math.max(...others.map(([name, value]) => Math.abs(model.weight(name) * value)))).toBeLessThanOrEqual(
        least,
      );
    }
  });
});

describe('variety', () => {
  test('no publisher has more than a third of the list', () => {
    const loud = candidates(60).map((each, index) =>
      index < 50 ? { ...each, article: { ...each.article, publisher: 'loud.example', section: 'Science' } } : each,
    );
    const rows = composeForYou(loud, TasteModel.fromEvents(scienceReader()), options).rows;
    const fromLoud = rows.filter(
      (row) => loud.find((each) => each.article.id === row.article)?.article.publisher === 'loud.example',
    );
    expect(fromLoud.length).toBe(3);
  });

  test('one article of a story is enough', () => {
    const rows = composeForYou(candidates(30, { story: 'same' }), TasteModel.fromEvents(scienceReader()), options).rows;
    expect(rows).toHaveLength(1);
  });

  test('the tenth row tries something little is known of, and says so', () => {
    const rows = composeForYou(candidates(80), TasteModel.fromEvents(scienceReader()), options).rows;
    expect(rows.map((row) => row.exploration)).toEqual([...Array.from({ length: 9 }, () => false), true]);
  });
});
