/** News without sense but with the statistics of news: common and rare words, names that recur within a story, sections, loud and quiet titles. */

import type { CurationArticle } from '../../src/core/curation/curation-article.ts';
import { pick, seeded } from './random.ts';

const syllables = 'ba ke lo mi tu ra sen dor vi pal gro nex shi cor ton wel far lin qua zed'.split(' ');
const vocabulary = 60_000;

export function madeUpWord(rank: number): string {
  let left = rank + syllables.length;
  let word = '';
  while (left > 0) {
    word += syllables[left % syllables.length];
    left = Math.floor(left / syllables.length);
  }
  return word;
}

export function madeUpName(rank: number): string {
  const word = madeUpWord(4_000 + rank);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

interface Event {
  readonly names: readonly string[];
  readonly words: readonly string[];
}

const liveEvents = 400; // a new report is most likely of one of the last few hundred events

/** `count` articles spread evenly over 72 hours; three in five report an event that was reported before, one in four is a headline only. */
export function* madeUpStream(count: number, seed: number): Generator<CurationArticle> {
  const random = seeded(seed);
  const events: Event[] = [];
  const common = () => madeUpWord(Math.floor(vocabulary ** random()));
  const start = Date.UTC(2026, 0, 1);
  for (let index = 0; index < count; index += 1) {
    const known = random() < 0.6 && events.length > 0;
    const event = known ? pick(events, random) : newEvent(random);
    if (!known) {
      events.push(event);
      if (events.length > liveEvents) events.shift();
    }
    const write = (words: number, nameEvery: number) =>
      Array.from({ length: words }, (_, place) => {
        if (place % nameEvery === 0) return pick(event.names, random);
        return random() < 0.35 ? pick(event.words, random) : common();
      }).join(' ');
    const at = start + (index / count) * 72 * 3_600_000;
    yield {
      id: index,
      feedId: index % 1_000,
      publisher: `publisher${index % 1_000}.example`,
      title: write(10, 3),
      lead: index % 4 === 3 ? '' : write(60, 9).slice(0, 400),
      language: 'en',
      publishedAt: at,
      arrivedAt: at,
      hasPicture: false,
      wordCount: 400,
    };
  }
}

function newEvent(random: () => number): Event {
  return {
    names: Array.from({ length: 4 }, () => madeUpName(Math.floor(random() * 50_000))),
    words: Array.from({ length: 25 }, () => madeUpWord(200 + Math.floor(random() * 20_000))),
  };
}
