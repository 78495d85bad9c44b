/** list and search. */
import type { ArticleSummary } from '../contract/articles.ts';
import { fail } from '../contract/errors.ts';
import type { Arguments } from './arguments.ts';
import { limitIn } from './limits.ts';
import { printAside, printFailure, printJson, printLine } from './output.ts';
import { type Calls, withCore } from './with-core.ts';

const pageSize = 500;
const views = /^(today|for-you|all|unread|starred|later|hidden|(feed|folder|search):\d+)$/;
const orders = ['best', 'newest', 'oldest'];

export async function list(args: Arguments): Promise<number> {
  const { view = 'all' } = args.values;
  const limit = limitIn(args, 50);
  if (!limit.ok) return printFailure(limit.error, args.json);
  if (args.positionals.length > 0)
    return refuse(args, 'list takes options alone. To look for words, say search WORDS.');
  if (!views.test(String(view)))
    return refuse(
      args,
      `There is no view called ${view}. Say today, for-you, all, unread, starred, later, hidden, or feed:ID, folder:ID, search:ID.`,
    );
  return withCore(args, (calls) =>
    printPages(calls, args, { limit: limit.value, name: 'articles.list', input: { view } }),
  );
}

export async function search(args: Arguments): Promise<number> {
  const query = args.positionals.join(' ');
  const { order = 'newest' } = args.values;
  const limit = limitIn(args, 50);
  if (!limit.ok) return printFailure(limit.error, args.json);
  if (query.trim() === '') return refuse(args, 'Say what to look for: search WORDS.');
  if (!orders.includes(String(order))) return refuse(args, `--order takes best, newest or oldest, not ${order}.`);
  return withCore(args, (calls) =>
    printPages(calls, args, { limit: limit.value, name: 'articles.search', input: { query, order } }),
  );
}

function refuse({ json }: Arguments, message: string): number {
  return printFailure(fail('bad_input', message), json);
}

interface Paged {
  readonly name: 'articles.list' | 'articles.search';
  readonly input: Record<string, unknown>;
  readonly limit: number;
}

interface Page {
  readonly articles: readonly ArticleSummary[];
  readonly cursor?: string;
  /** Of a search. */
  readonly ignored?: readonly { readonly text: string; readonly why: string }[];
  readonly hint?: string | null;
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
    if (cursor === undefined) printRemarks(page.value as Page);
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

/** Beside the answer, not in it: what was not looked for and why, and what might find more. */
function printRemarks({ ignored = [], hint = null }: Page): void {
  const left = ignored.map(({ text, why }) => `Left out: ${text.slice(0, 100)} (${why})`);
  for (const line of hint === null ? left : [...left, hint]) printAside(line);
}

function lineOf(article: ArticleSummary): string {
  const marks = `${article.unread ? '●' : ' '}${article.starred ? '★' : ' '}`;
  const date = new Date(article.sortAt).toISOString().slice(0, 16).replace('T', ' ');
  return `${marks} ${date}  ${article.feedTitle || (article.publisher ?? '')}: ${article.title || article.opening}`;
}
