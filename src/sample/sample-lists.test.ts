import { expect, test } from 'vitest';
import { loadTitles } from './load-titles.ts';
import { sampleCatalogue, sampleOpml } from './sample-lists.ts';

const startedAt = Date.UTC(2026, 10, 24, 8, 12);
const titles = loadTitles(startedAt);

test('the shipped OPML lists every title in its folder', async () => {
  for (const title of titles) expect(sampleOpml(titles)).toContain(`xmlUrl="http://${title.host}/feed.`);
  await expect(sampleOpml(titles)).toMatchFileSnapshot('../../resources/sample/sample.opml');
});

test('the shipped index of sample titles agrees with the title files', async () => {
  await expect(sampleCatalogue(titles, startedAt)).toMatchFileSnapshot('../../resources/sample/titles.json');
});
