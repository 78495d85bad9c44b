/** stories, related and for-you: what the window shows, one a line. */
import { fail, type Result } from '../contract/errors.ts';
import type { InputOf } from '../contract/index.ts';
import type { StorySummary } from '../contract/stories.ts';
import type { Arguments } from './arguments.ts';
import { limitIn } from './limits.ts';
import { printFailure, printJson, printLine } from './output.ts';
import { type Calls, withCore } from './with-core.ts';

type ListInput = InputOf<'stories.list'>;

export function stories(args: Arguments): Promise<number> {
  const input = listInput(args);
  if (!input.ok) return Promise.resolve(printFailure(input.error, args.json));
  return withCore(args, async ({ call }) => {
    const listed = await call('stories.list', input.value);
    if (!listed.ok) return printFailure(listed.error, args.json);
    if (!args.json && listed.value.state === 'too-few-sources') {
      printLine(`Add more sources to see top stories: only ${listed.value.activePublishers} brought anything lately.`);
    }
    for (const story of listed.value.stories) {
      if (args.json) printJson(storyLine(story));
      else {
        printLine(`${story.score.toFixed(2).padStart(6)}  ${headline(story)}`);
        printLine(`        ${story.reason}`);
      }
    }
    return 0;
  });
}

function listInput(args: Arguments): Result<ListInput> {
  const { all, at, window, limit } = args.values;
  const isEver = at === 'all';
  const moment = typeof at === 'string' && !isEver ? momentOf(at) : undefined;
  if (typeof at === 'string' && !isEver && moment === undefined)
    return fail('bad_input', `${at} is not a time. Say for instance --at 2026-11-24T09:00:00Z, or --at all.`);
  const hours = typeof window === 'string' ? Number(window) : 72;
  if (!(hours > 0)) return fail('bad_input', 'Say --window with a number of hours, for instance --window 168.');
  const most = Number(limit ?? 1_000_000);
  if (!Number.isInteger(most) || most < 1) return fail('bad_input', 'Say --limit with a whole number above 0.');
  return {
    ok: true,
    value: {
      all: all === true || isEver,
      windowHours: isEver ? null : hours,
      limit: Math.min(most, 1_000_000),
      ...(moment !== undefined && { at: moment }),
    },
  };
}

/** ISO 8601, or epoch milliseconds. */
function momentOf(text: string): number | undefined {
  const moment = /^-?\d{9,}$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isFinite(moment) ? moment : undefined;
}

function storyLine({ id, score, reason, publishers, articles }: StorySummary) {
  return {
    id,
    score,
    reason,
    publishers,
    articles: articles.map(({ guid, feedUrl, copyOf }) => ({ guid, feedUrl, ...(copyOf !== undefined && { copyOf }) })),
  };
}

function headline({ articles, lead, publishers }: StorySummary): string {
  const title = articles.find(({ id }) => id === lead)?.title ?? '';
  return `${title} (${publishers === 1 ? '1 source' : `${publishers} sources`})`;
}

export function related(args: Arguments): Promise<number> {
  const [guid] = args.positionals;
  if (guid === undefined)
    return Promise.resolve(printFailure(fail('bad_input', 'Name an article by its guid: related GUID.'), args.json));
  const limit = limitIn(args, 5);
  if (!limit.ok) return Promise.resolve(printFailure(limit.error, args.json));
  return withCore(args, async (calls) => {
    const found = await calls.call('articles.find', { guid });
    if (!found.ok) return printFailure(found.error, args.json);
    const answer = await calls.call('articles.related', { id: found.value.id, limit: limit.value });
    if (!answer.ok) return printFailure(answer.error, args.json);
    const rows = [
      ...answer.value.inStory.map((article) => ({ article, at: article.sortAt, score: 1, inStory: true })),
      ...answer.value.related.map((row) => ({ ...row, inStory: false })),
    ];
    const names = await namesOf(
      calls,
      rows.map(({ article }) => article.id),
    );
    for (const { article, at, score, inStory } of rows) {
      const name = names.get(article.id);
      const when = new Date(at).toISOString();
      if (args.json) printJson({ ...name, id: article.id, title: article.title, at: when, score, inStory });
      else
        printLine(`${when.slice(0, 10)}  ${article.feedTitle}: ${article.title}${inStory ? ' (in this story)' : ''}`);
    }
    return 0;
  });
}

export function forYou(args: Arguments): Promise<number> {
  const limit = limitIn(args, 50);
  if (!limit.ok) return Promise.resolve(printFailure(limit.error, args.json));
  return withCore(args, async (calls) => {
    const list = await calls.call('forYou.list', { limit: Math.min(200, limit.value) });
    if (!list.ok) return printFailure(list.error, args.json);
    const names = await namesOf(
      calls,
      list.value.rows.map(({ article }) => article.id),
    );
    if (!args.json) printLine(list.value.text);
    for (const { article, score, reasons, exploration, why } of list.value.rows) {
      const name = names.get(article.id);
      if (args.json) printJson({ ...name, id: article.id, title: article.title, score, why, exploration, reasons });
      else {
        printLine(`${article.feedTitle}: ${article.title}`);
        if (why !== null) printLine(`        ${why.text}`);
      }
    }
    return 0;
  });
}

interface Name {
  readonly guid: string;
  readonly feedUrl: string;
}

/** Scripts know an article by its guid and its feed's address. */
async function namesOf({ call }: Calls, ids: readonly number[]): Promise<Map<number, Name>> {
  const names = new Map<number, Name>();
  const feeds = await call('feeds.list', {});
  const urls = new Map((feeds.ok ? feeds.value : []).map(({ id, url }) => [Number(id), url]));
  for (const id of ids) {
    const article = await call('articles.get', { id: id as InputOf<'articles.get'>['id'] });
    if (!article.ok) continue;
    const { guid, url, feedId } = article.value;
    names.set(id, { guid: guid ?? url ?? String(id), feedUrl: urls.get(feedId) ?? '' });
  }
  return names;
}
