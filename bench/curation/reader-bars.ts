/** Simulated readers of For you: by section, by title, by topic, with one open in ten by chance. */

import { backgroundShare } from '../../src/core/curation/background-frequency.ts';
import { articleTime, type CurationArticle } from '../../src/core/curation/curation-article.ts';
import { composeForYou, type ForYouCandidate, type ForYouRow, reasonsFor } from '../../src/core/curation/for-you.ts';
import { type Features, forYouFeatures } from '../../src/core/curation/for-you-features.ts';
import { TasteModel } from '../../src/core/curation/for-you-model.ts';
import type { TasteEvent } from '../../src/core/curation/taste-lessons.ts';
import type { Bars } from './bars.ts';
import { madeUpName, madeUpWord } from './made-up-news.ts';
import { pick, seeded } from './random.ts';

const sections = ['World', 'Business', 'Technology', 'Science', 'Culture', 'Sport', 'Local'];
const publishers = 40;
const topics = 24;
const everyday = [...backgroundShare.keys()];
const noise = 0.1;
const opensTaught = 30;
const screen = 20; // articles seen at a sitting
const hourMs = 3_600_000;
const start = Date.UTC(2026, 0, 5);

interface Reader {
  readonly name: string;
  readonly wants: (article: MadeUp) => boolean;
  /** What "less like this" is said of. */
  readonly feature: string;
}

interface MadeUp extends CurationArticle {
  readonly topic: number;
}

export function readerBars(bars: Bars): void {
  bars.heading('For you, simulated readers (made-up news, six seeds each)');
  for (const reader of readers()) {
    const runs = [11, 12, 13, 14, 15, 16].map((seed) => simulate(reader, seed));
    const mean = (of: (run: (typeof runs)[number]) => number) =>
      runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
    bars.add({
      name: `by ${reader.name}: precision at 10 after ${opensTaught} opens`,
      measured: mean((run) => run.precision),
      atLeast: 0.8,
      detail: `by chance ${mean((run) => run.chance).toFixed(2)}`,
    });
    bars.add({
      name: `by ${reader.name}: share in the first 20 after "less like this"`,
      measured: mean((run) => run.shareAfterLess),
      atMost: 0.049,
      detail: `before ${mean((run) => run.shareBefore).toFixed(2)}`,
    });
    bars.add({
      name: `by ${reader.name}: rebuilt from the log, weights that differ`,
      measured: mean((run) => run.differing),
      atMost: 0,
    });
    bars.add({
      name: `by ${reader.name}: reasons that are the largest contributions`,
      measured: mean((run) => run.honest),
      atLeast: 1,
    });
  }
}

function readers(): Reader[] {
  const favourites = new Set([1, 4, 9, 16, 25].map((number) => `title${number}.example`));
  return [
    { name: 'section', wants: ({ section }) => section === 'Science', feature: 'section:Science' },
    { name: 'title', wants: ({ publisher }) => favourites.has(publisher), feature: 'publisher:title4.example' },
    {
      name: 'topic',
      wants: ({ topic }) => topic === 3 || topic === 8 || topic === 15,
      feature: `term:${topicName(3)}`,
    },
  ];
}

function simulate(reader: Reader, seed: number) {
  const random = seeded(seed);
  const writer = articleWriter(random);
  const events: TasteEvent[] = [];
  const model = new TasteModel();
  const teach = (event: TasteEvent) => {
    events.push(event);
    model.apply(event);
  };
  for (let opens = 0; opens < opensTaught; ) {
    for (const article of Array.from({ length: screen }, writer)) {
      const wanted = reader.wants(article);
      const opened = random() < (wanted ? 1 - noise : noise / 6);
      const features = forYouFeatures(article, 1, articleTime(article) + hourMs);
      teach({ seq: events.length + 1, kind: opened ? 'opened' : 'skipped', features });
      if (opened) opens += 1;
    }
  }
  const fresh = Array.from({ length: 300 }, writer);
  const before = list(fresh, model, 20);
  const precision = list(fresh, model, 10).filter(({ article }) => reader.wants(article)).length / 10;
  const honest =
    before.filter((row) => namesTheLargest(row.row, forYouFeatures(row.article, 1, now), model)).length / before.length;
  const shareBefore = share(before, reader.feature);
  const about = fresh.find((article) => forYouFeatures(article, 1, now).has(reader.feature));
  if (about === undefined) throw new Error('no article has the feature');
  teach({
    seq: events.length + 1,
    kind: 'less-like-this',
    features: forYouFeatures(about, 1, now),
    feature: reader.feature,
  });
  const rebuilt = TasteModel.fromEvents(events).profile();
  const differing = model
    .profile()
    .filter((line, index) => line.weight !== rebuilt[index]?.weight || line.feature !== rebuilt[index]?.feature).length;
  return {
    precision,
    chance: fresh.filter(reader.wants).length / fresh.length,
    honest,
    shareBefore,
    shareAfterLess: share(list(fresh, model, 20), reader.feature),
    differing,
  };
}

const now = start + 200 * hourMs;

interface Listed {
  readonly row: ForYouRow;
  readonly article: MadeUp;
}

function list(fresh: readonly MadeUp[], model: TasteModel, limit: number): Listed[] {
  const candidates = fresh.map((article): ForYouCandidate => ({ article, storyPublishers: 1, prior: 0.5 }));
  const byId = new Map(fresh.map((article) => [article.id, article]));
  return composeForYou(candidates, model, { now, limit }).rows.flatMap((row) => {
    const article = byId.get(row.article);
    return article === undefined ? [] : [{ row, article }];
  });
}

function share(rows: readonly Listed[], feature: string): number {
  return rows.filter(({ article }) => forYouFeatures(article, 1, now).has(feature)).length / rows.length;
}

function namesTheLargest(row: ForYouRow, features: Features, model: TasteModel): boolean {
  const largest = Math.max(0, ...reasonsFor(features, model).map(({ contribution }) => Math.abs(contribution)));
  const all = [...features]
    .filter(([name]) => name !== 'bias' && name !== 'age')
    .map(([name, value]) => Math.abs(model.weight(name) * value));
  return row.reasons.length === 0
    ? largest === 0
    : Math.abs(row.reasons[0]?.contribution ?? 0) >= Math.max(...all) - 1e-12;
}

function topicName(topic: number): string {
  return madeUpName(topic * 37).toLowerCase();
}

function articleWriter(random: () => number): () => MadeUp {
  let written = 0;
  return () => {
    const topic = Math.floor(random() * topics);
    const section = pick(sections, random);
    const publisher = `title${Math.floor(publishers * random())}.example`;
    const words = (count: number) =>
      Array.from({ length: count }, () => {
        const chance = random();
        if (chance < 0.12) return madeUpName(topic * 37);
        if (chance < 0.3) return madeUpWord(9_000 + sections.indexOf(section) * 60 + Math.floor(random() * 60));
        return chance < 0.75 ? pick(everyday, random) : madeUpWord(Math.floor(30_000 ** random()));
      }).join(' ');
    written += 1;
    const at = start + written * 60_000;
    return {
      id: written,
      feedId: publisher,
      publisher,
      title: `${madeUpName(topic * 37)} ${words(7)}`,
      lead: words(50).slice(0, 400),
      language: 'en',
      publishedAt: at,
      arrivedAt: at,
      section,
      hasPicture: random() < 0.5,
      wordCount: 200 + Math.floor(random() * 1_200),
      topic,
    };
  };
}
