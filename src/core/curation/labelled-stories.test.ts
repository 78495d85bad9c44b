/** A floor under grouping, on labelled stories that lie outside the project; the bench measures them in full. */

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { StoryClusterer } from './cluster-stories.ts';
import { article } from './fixtures/articles.ts';
import { bCubed } from './fixtures/b-cubed.ts';
import { ownLabelled } from './fixtures/labelled-stories.ts';

interface Labelled {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source: string;
  readonly story: string;
}

const file = new URL('../../../../shared/curation/events.json', import.meta.url);
const there = existsSync(file);

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
      const { precision, f1 } = bCubed(labelled, ({ id }) => clusterer.storyOf(id) ?? id);
      expect(f1).toBeGreaterThan(0.85);
      expect(precision).toBeGreaterThan(0.8);
    },
  );

  describe('of our own, in six languages, most beside another in the same words', () => {
    const clusterer = new StoryClusterer();
    for (const each of ownLabelled.toSorted((a, b) => a.publishedAt - b.publishedAt)) clusterer.add(each);
    clusterer.settle();
    const groupOf = ({ id }: { readonly id: number | string }) => clusterer.storyOf(id) ?? String(id);
    const groupsOf = (story: string) => new Set(ownLabelled.filter((each) => each.story === story).map(groupOf));

    test('are grouped with F1 over 0.85', () => {
      const { precision, f1 } = bCubed(ownLabelled, groupOf);
      expect(f1).toBeGreaterThan(0.85);
      expect(precision).toBeGreaterThan(0.8);
    });

    test.each([
      ['two fires in two towns', 'fire-tarn', 'fire-pell'],
      ['two semi-finals of one day', 'cup-rovers', 'cup-athletic'],
      ['two new telephones', 'phone-lumo8', 'phone-kite12'],
      ['letters of two days', 'letters-1', 'letters-2'],
      ['a drought and a vintage in one valley', 'sequia', 'vino'],
    ])('%s stay two stories', (_name, one, other) => {
      expect(groupsOf(one).size).toBe(1);
      expect(groupsOf(one).isDisjointFrom(groupsOf(other))).toBe(true);
    });
  });
});
