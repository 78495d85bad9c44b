/** "Test this feed": one unconditional request, told in full, kept nowhere. */
import { ok, type Result } from '../../../contract/errors.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { webPageFailure } from '../../feeds/diary/web-page-failure.ts';
import { fetchFeed } from '../../feeds/fetching/fetch-feed.ts';
import { parseFeed } from '../../feeds/parsing/parse-feed.ts';
import type { FetchFacts } from '../../store/feeds/feed-states.ts';
import type { TaskContext } from '../task-context.ts';
import { aboutDocument } from './fetch-task.ts';
import { readHostAndPort } from './private-hosts.ts';

type Tried = OutputOf<'feeds.try'>;

const shownCharacters = 2_000;
const shownHeadlines = 10;

export async function tryFeedTask(context: TaskContext, input: { readonly facts: FetchFacts }): Promise<Result<Tried>> {
  const { facts } = input;
  const start = performance.now();
  const outcome = await fetchFeed(
    {
      url: facts.url,
      unconditional: true,
      allowPrivate: facts.allowPrivate.map(readHostAndPort),
      signal: context.signal,
      ...(facts.login !== null && { login: facts.login }),
    },
    { client: context.client, clock: context.clock },
  );
  const nothing: Tried = {
    message: '',
    code: null,
    status: outcome.status ?? null,
    finalUrl: facts.url,
    contentType: outcome.headers?.['content-type'] ?? null,
    sizeBytes: 0,
    ms: Math.round(performance.now() - start),
    format: null,
    title: null,
    articleCount: 0,
    repairs: [],
    headlines: [],
    start: '',
  };
  if (outcome.kind === 'failed') return ok({ ...nothing, code: outcome.error.code, message: outcome.error.message });
  const answered = { ...nothing, finalUrl: outcome.finalUrl, sizeBytes: outcome.sizeBytes };
  if (outcome.kind === 'not_modified') return ok(answered);
  const shown = { ...answered, start: outcome.bytes.toString('utf8', 0, shownCharacters) };
  const parsed = await parseFeed(outcome.bytes, aboutDocument(outcome, context.now));
  if (!parsed.ok) {
    const { code, message } = webPageFailure(outcome) ?? parsed.error;
    return ok({ ...shown, code, message });
  }
  const feed = parsed.value;
  return ok({
    ...shown,
    message:
      feed.repairs.length === 0 ? 'The feed is in order.' : 'The feed is broken in places; it was repaired and read.',
    format: feed.format,
    title: feed.title,
    articleCount: feed.articles.length,
    repairs: feed.repairs.map(({ kind, line, note }) =>
      [kind.replaceAll('_', ' '), line === undefined ? '' : `at line ${line}`, note ?? ''].filter(Boolean).join(' '),
    ),
    headlines: feed.articles.slice(0, shownHeadlines).map((article) => article.title),
  });
}
