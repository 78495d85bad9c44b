import { describe, expect, test } from 'vitest';
import { idOf, type Printed, printed } from '../../../testing/press.ts';
import { mustBeOk, type TestCore, testCore } from '../../../testing/test-core.ts';

const minuteMs = 60_000;
const coasts = ['Arvik', 'Belmar', 'Corrin', 'Dunmouth', 'Estrel', 'Farrow', 'Galdan'];

/** Forms as an observatory fills them in, newest first: alike but for a number and a place. */
const forms = (count: number): Printed[] =>
  Array.from({ length: count }, (_, n) => ({
    paper: 'tremors.example',
    guid: `tremor-${n}`,
    title: `Magnitude ${(2 + (n % 19) / 10).toFixed(1)} earthquake ${5 + (n % 83)} km off ${coasts[n % coasts.length]}`,
    text: `An earthquake of magnitude ${(2 + (n % 19) / 10).toFixed(1)} was recorded ${5 + (n % 83)} km off ${coasts[n % coasts.length]} at a depth of ${3 + (n % 29)} km. Nobody reported damage.`,
    at: Date.now() - (n + 1) * 20_000,
  }));

const subjects = 'lighthouse bakery chess violin bees ferry umbrellas glacier tram cheese dome goats'.split(' ');

/** Twelve papers with three articles each, all older than the forms. */
const papers: readonly Printed[] = subjects.flatMap((subject, n) =>
  [0, 1, 2].map((turn) => ({
    paper: `${subject}.example`,
    guid: `${subject}-${turn}`,
    title: `Zor${n}${turn}an ${subject}${turn} Kel${n}${turn}ia mun${n}${turn}or`,
    at: Date.now() - (14 * 60 + n * 3 + turn) * minuteMs,
  })),
);

const isForm = (title: string): boolean => title.startsWith('Magnitude');

async function titlesOf(app: TestCore) {
  const edition = mustBeOk(await app.call('edition.get', {}));
  const titles = (rows: typeof edition.top) => rows.map(({ article }) => article.title);
  return {
    lead: edition.lead?.article.title ?? '',
    top: titles(edition.top),
    forYou: titles(edition.forYou),
    sections: edition.sections.flatMap(({ rows }) => titles(rows)),
    picks: titles(edition.picks),
    seldom: titles(edition.seldom),
  };
}

describe('a publisher that fills in a form all day', () => {
  test('leads nothing, fills nothing, and stands on Today once', async () => {
    const app = await testCore();
    await printed(app, [...forms(2_000), ...papers]);
    const { lead, ...parts } = await titlesOf(app);
    expect(isForm(lead), lead).toBe(false);
    const all = Object.values(parts).flat();
    expect(all.filter(isForm).length, all.join('\n')).toBeLessThanOrEqual(1);
    for (const name of ['forYou', 'sections', 'picks'] as const)
      expect(parts[name].filter((title) => !isForm(title)).length, name).toBeGreaterThanOrEqual(3);
    const { highlights } = mustBeOk(await app.call('edition.picks', {}));
    expect(highlights.filter(({ title }) => !isForm(title)).length).toBeGreaterThan(5);
  });

  test('does not fill For you once that knows its reader', async () => {
    const app = await testCore();
    await printed(app, [...forms(600), ...papers]);
    for (const { guid } of papers.slice(0, 12))
      mustBeOk(await app.call('reading.record', { id: (await idOf(app, guid)) as never, kind: 'opened' }));
    const { state, rows } = mustBeOk(await app.call('forYou.list', { limit: 30 }));
    expect(state).toBe('learned');
    expect(rows.filter(({ article }) => isForm(article.title)).length).toBeLessThanOrEqual(10);
    expect(rows.length).toBeGreaterThan(20);
  });

  test('does not lead before a lone article of the only other source, and leads where there is nothing else', async () => {
    const app = await testCore();
    await printed(app, forms(25));
    expect(isForm((await titlesOf(app)).lead)).toBe(true);
    await printed(app, papers.slice(0, 1));
    expect((await titlesOf(app)).lead).toBe(papers[0]?.title);
  });
});
