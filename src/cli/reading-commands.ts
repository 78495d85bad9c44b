/** list and search. */
import type { ArticleSummary } from '../contract/articles.ts';
import { fail } from '../contract/errors.ts';
import type { Arguments } from './arguments.ts';
import { printFailure, printJson, printLine } from './output.ts';
import { type Calls, withCore } from './with-core.ts';

const pageSize = 500;

export function list(args: Arguments): Promise<number> {
  const limit = limitOf(args, 50);
  const view = typeof args.values.view === 'string' ? args.values.view : 'all';
  return withCore(args, (calls) => printPages(calls, args, { limit, name: 'articles.list', input: { view } }));
}

export function search(args: Arguments): Promise<number> {
  const query = args.positionals.join(' ');
  if (query.trim() === '')
    return Promise.resolve(printFailure(fail('bad_input', 'Say what to look for: search WORDS.'), args.json));
  const limit = limitOf(args, 50);
  const order = typeof args.values.order === 'string' ? args.values.order : 'newest';
  return withCore(args, (calls) =>
    printPages(calls, args, { limit, name: 'articles.search', input: { query, order } }),
  );
}

interface Paged {
  readonly name: 'articles.list' | 'articles.search';
  readonly input: Record<string, unknown>;
  readonly limit: number;
}

interface Page {
  readonly articles: readonly ArticleSummary[];
  readonly cursor?: string;
}

/** With --json one article a line. */
async function printPages(calls: Calls, args: Arguments, { name, input, limit }: Paged): Promise<number> {
  let left = limit;
  let cursor: string | undefined;
  while (left > 0) {
    const page = await calls.callNamed(name, {
      ...input,
      limit: Math.min(left, pageSize),
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (!page.ok) return printFailure(page.error, args.json);
    const { articles, cursor: next } = page.value as Page;
    for (const article of articles) {
      if (args.json) printJson(article);
      else printLine(lineOf(article));
    }
    left -= articles.length;
    // a page may be empty and yet go on: the budget of time ended before the next hit
    if (next === undefined) break;
    cursor = next;
  }
  return 0;
}

function lineOf(article: ArticleSummary): string {
  const marks = `${article.unread ? '●' : ' '}${article.starred ? '★' : ' '}`;
  const date = new Date(article.sortAt).toISOString().slice(0, 16).replace('T', ' ');
  return `${marks} ${date}  ${article.feedTitle}: ${article.title || article.summary}`;
}

function limitOf(args: Arguments, usual: number): number {
  const given = Number(args.values.limit ?? usual);
  return Number.isInteger(given) && given > 0 ? given : usual;
}
