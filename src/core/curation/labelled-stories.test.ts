/** A floor under grouping, on labelled stories that lie outside the project; the bench measures them in full. */

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { StoryClusterer } from './cluster-stories.ts';
import { article } from './fixtures/articles.ts';

interface Labelled {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source: string;
  readonly story: string;
}

const file = new URL('../../../../shared/curation/events.json', import.meta.url);
const there = existsSync(file);

function bCubed(labelled: readonly Labelled[], clusterer: StoryClusterer): { precision: number; recall: number } {
  const of = (each: Labelled) => clusterer.storyOf(each.id) ?? each.id;
  const [stories, groups] = [Map.groupBy(labelled, (each) => each.story), Map.groupBy(labelled, of)];
  const both = Map.groupBy(labelled, (each) => `${each.story} ${of(each)}`);
  let [precision, recall] = [0, 0];
  for (const each of labelled) {
    const right = both.get(`${each.story} ${of(each)}`)?.length ?? 0;
    precision += right / (groups.get(of(each))?.length ?? 1) / labelled.length;
    recall += right / (stories.get(each.story)?.length ?? 1) / labelled.length;
  }
  return { precision, recall };
}

describe('labelled stories', () => {
  test.skipIf(!there)(
    `events in the order of the file are grouped with F1 over 0.85${there ? '' : ' (skipped: no corpus)'}`,
    { timeout: 60_000 },
    () => {
      const labelled: Labelled[] = JSON.parse(readFileSync(file, 'utf8'));
      const clusterer = new StoryClusterer();
      for (const { id, title, text, source } of labelled)
        clusterer.add(article({ id, title, lead: text.slice(0, 400), publisher: source }));
      clusterer.settle();
      const { precision, recall } = bCubed(labelled, clusterer);
      expect((2 * precision * recall) / (precision + recall)).toBeGreaterThan(0.85);
      expect(precision).toBeGreaterThan(0.8);
    },
  );
});
