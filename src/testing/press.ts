/** Made-up papers and what they print, as lines of an archive: for tests of stories and the front page. */
import { mustBeOk, type TestCore } from './test-core.ts';

export interface Printed {
  /** The paper: its domain, and its feed's address. */
  readonly paper: string;
  readonly feed?: string;
  readonly guid: string;
  readonly title: string;
  readonly text?: string;
  readonly at?: number | null;
  readonly read?: boolean;
  readonly starred?: boolean;
}

export async function printed(app: TestCore, articles: readonly Printed[]): Promise<void> {
  const lines = articles.map(({ paper, feed = 'news', guid, title, text = '', at, read = false, starred = false }) =>
    JSON.stringify({
      feedUrl: `https://${paper}/${feed}.xml`,
      feedTitle: paper,
      guid,
      url: `https://${paper}/${guid}`,
      title,
      html: text === '' ? '' : `<p>${text}</p>`,
      published: at === null ? null : (at ?? Date.now() - 3_600_000),
      read,
      starred,
    }),
  );
  for (let from = 0; from < lines.length; from += 500)
    mustBeOk(await app.call('archive.import', { lines: lines.slice(from, from + 500) }));
}

/** One event, told by each paper in words of its own. */
export const harbourLevy: readonly Printed[] = [
  {
    paper: 'courier.example',
    guid: 'levy-1',
    title: 'Eleven ports agree to a harbour levy',
    text: 'Eleven ports on the Northern Sound agreed on Monday to a common harbour levy that will pay for new sea walls, the mayor of Port Sable said after talks in Brackwater.',
  },
  {
    paper: 'ledger.example',
    guid: 'levy-2',
    title: 'Harbour levy of eleven ports to pay for sea walls',
    text: 'The harbour levy agreed in Brackwater by eleven ports of the Northern Sound will raise forty million a year for sea walls, according to the mayor of Port Sable.',
  },
  {
    paper: 'daily.example',
    guid: 'levy-3',
    title: 'Brackwater talks end: eleven ports share a levy',
    text: 'Talks in Brackwater ended with a harbour levy. Eleven ports along the Northern Sound share the cost of the sea walls, and Port Sable pays most of it.',
  },
];

export const otherNews: readonly Printed[] = [
  {
    paper: 'gazette.example',
    guid: 'owls',
    title: 'Barn owls return to the Vale of Tarn',
    text: 'Volunteers counted thirty pairs of barn owls in the Vale of Tarn this spring, the most since records began, thanks to nest boxes on farms.',
  },
  {
    paper: 'review.example',
    guid: 'cello',
    title: 'A library that lends cellos',
    text: 'The Orchard Street library lends musical instruments, and its twelve cellos are booked until next summer by pupils and pensioners alike.',
  },
  {
    paper: 'courier.example',
    guid: 'train',
    title: 'Night trains return to the eastern line',
    text: 'Sleeping cars will run between Hallow and Eastmere from May, the railway announced, after eleven years without a night service.',
  },
];

export async function idOf(app: TestCore, guid: string): Promise<number> {
  return mustBeOk(await app.call('articles.find', { guid })).id;
}

/** Guids of each story of two articles or more, sorted. */
export async function storiesOf(
  app: TestCore,
  input: { readonly at?: number; readonly windowHours?: number | null } = {},
) {
  const { stories } = mustBeOk(await app.call('stories.list', { all: true, limit: 100_000, ...input }));
  return stories
    .map(({ articles }) => articles.map(({ guid }) => guid).sort())
    .filter((guids) => guids.length > 1)
    .sort((a, b) => b.length - a.length || String(a).localeCompare(String(b)));
}
