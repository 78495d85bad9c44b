/** Grouping against labelled stories: C1 to C5, C7 and C9. */

import { StoryClusterer } from '../../src/core/curation/cluster-stories.ts';
import { bCubed } from '../../src/core/curation/fixtures/b-cubed.ts';
import { ownLabelled } from '../../src/core/curation/fixtures/labelled-stories.ts';
import { areAlike, copySketch } from '../../src/core/curation/near-copies.ts';
import type { Bars } from './bars.ts';
import { asArticle, type Corpus, type LabelledArticle, type Score } from './corpus.ts';
import { seeded, shuffled } from './random.ts';

type Groups = Record<string, string>;

/** Stories of our own writing, for what no configuration was tuned to; there without the other corpus. */
export function ownStoryBars(bars: Bars): void {
  bars.heading('Stories of our own writing, twins in six languages');
  const runs = [1, 2, 3, 4, 5].map((seed) => {
    const clusterer = new StoryClusterer();
    const articles = shuffled(ownLabelled, seeded(seed));
    for (const article of articles) clusterer.add(article);
    clusterer.settle();
    return bCubed(articles, ({ id }) => clusterer.storyOf(id) ?? String(id));
  });
  const mean = (of: (run: (typeof runs)[number]) => number) =>
    runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  bars.add({ name: 'mean F1 of 5 shuffles', measured: mean(({ f1 }) => f1), atLeast: 0.85 });
  bars.add({
    name: 'mean precision',
    measured: mean(({ precision }) => precision),
    atLeast: 0.8,
    detail: `recall ${mean(({ recall }) => recall).toFixed(3)}`,
  });
}

export function storyBars({ events, headlines, score }: Corpus, bars: Bars): void {
  bars.heading('Stories (B-cubed), one configuration for all');
  const seeds = [1, 2, 3, 4, 5];
  const runs = seeds.map((seed) => score(events, groups(shuffled(events, seeded(seed)))));
  const f1 = runs.map((run) => run.bcubed.f1);
  const mean = (of: (run: Score) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  bars.add({
    name: 'C1 events, mean F1 of 5 shuffles',
    measured: mean((run) => run.bcubed.f1),
    atLeast: 0.85,
    detail: f1.map((value) => value.toFixed(3)).join(' '),
  });
  bars.add({
    name: 'C1 events, mean precision',
    measured: mean((run) => run.bcubed.p),
    atLeast: 0.8,
    detail: `recall ${mean((run) => run.bcubed.r).toFixed(3)}`,
  });
  bars.add({
    name: 'C5 worst merge on the events, foreign articles',
    measured: Math.max(...runs.map((run) => run.worstMerge.foreign)),
    atMost: 15,
  });
  bars.add({ name: 'C7 spread of F1 over the shuffles', measured: Math.max(...f1) - Math.min(...f1), atMost: 0.02 });
  const stream = score(headlines, groups(headlines));
  bars.add({
    name: 'C2 C3 headlines in time order, F1',
    measured: stream.bcubed.f1,
    atLeast: 0.82,
    detail: counts(stream),
  });
  mixedBars({ events, headlines, score }, bars);
  const [once, again] = [groups(headlines), groups(headlines)].map((each) => JSON.stringify(each));
  bars.add({
    name: 'C7 the same headlines twice give the same ids (1 = yes)',
    measured: once === again ? 1 : 0,
    atLeast: 1,
  });
  copyBar(events, bars);
}

function mixedBars({ events, headlines, score }: Corpus, bars: Bars): void {
  const gold = mixed(events, headlines, 1);
  const predicted = groups(gold);
  const both = score(gold, predicted);
  bars.add({ name: 'C4 both in one stream, F1', measured: both.bcubed.f1, atLeast: 0.85, detail: counts(both) });
  for (const kind of ['event', 'headline']) {
    const part = score(
      gold.filter(({ story }) => story.startsWith(kind)),
      predicted,
    );
    bars.note(`${kind}s within it: F1 ${part.bcubed.f1.toFixed(3)}`);
  }
}

/** Headlines keep their order; the undated events fall in between at random. */
function mixed(
  events: readonly LabelledArticle[],
  headlines: readonly LabelledArticle[],
  seed: number,
): LabelledArticle[] {
  const random = seeded(seed);
  const first = shuffled(events, random).map((article) => labelled(article, 'event'));
  const second = headlines.map((article) => labelled(article, 'headline'));
  const stream: LabelledArticle[] = [];
  while (first.length + second.length > 0) {
    const from = random() < first.length / (first.length + second.length) ? first : second;
    const next = from.shift();
    if (next !== undefined) stream.push(next);
  }
  return stream;
}

function labelled(article: LabelledArticle, kind: string): LabelledArticle {
  return { ...article, id: `${kind} ${article.id}`, story: `${kind} ${article.story}` };
}

function groups(articles: readonly LabelledArticle[]): Groups {
  const clusterer = new StoryClusterer();
  for (const article of articles) clusterer.add(asArticle(article));
  clusterer.settle();
  return Object.fromEntries(articles.map(({ id }) => [id, clusterer.storyOf(id) ?? id]));
}

function copyBar(events: readonly LabelledArticle[], bars: Bars): void {
  const sketches = events.map((article) => copySketch(article.title, article.text.slice(0, 400)));
  let found = 0;
  let right = 0;
  events.forEach((a, i) => {
    events.slice(0, i).forEach((b, j) => {
      if (!areAlike(sketches[i], sketches[j])) return;
      found += 1;
      if (a.story === b.story) right += 1;
    });
  });
  bars.add({
    name: 'C9 near-copies among the events, pair precision',
    measured: found === 0 ? 0 : right / found,
    atLeast: 0.99,
    detail: `${found} pairs`,
  });
}

function counts(result: Score): string {
  const { p, r } = result.bcubed;
  return `P ${p.toFixed(3)} R ${r.toFixed(3)}, ${result.predictedClusters} stories for ${result.goldStories}`;
}
