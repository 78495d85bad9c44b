/** Lines of an archive file as articles ready for the store, grouped by feed. */
import { serialize } from 'node:v8';
import { ok, type Result } from '../../../contract/errors.ts';
import type { ArchiveLine, archiveLine } from '../../../contract/library.ts';
import { identifyArticles } from '../../feeds/identity/article-identity.ts';
import { parseDate } from '../../feeds/normalising/parse-date.ts';
import type { ParsedArticle } from '../../feeds/parsing/parsed-feed.ts';
import { withoutControls } from '../../lib/without-controls.ts';
import { composeArticle } from '../../reading/prepare-article.ts';
import type { StoredArticle } from '../../store/articles/stored-article.ts';
import { toStored } from '../fetching/prepare-feed.ts';
import type { TaskContext } from '../task-context.ts';
import { FeedLanguages } from './feed-languages.ts';

export interface ArchivedFeed {
  readonly url: string;
  readonly title: string;
  /** StoredArticle[], serialised. */
  readonly articles: Uint8Array;
  readonly bits: readonly { readonly read: boolean; readonly starred: boolean }[];
}

export interface ArchivePrepared {
  readonly feeds: readonly ArchivedFeed[];
  readonly bad: readonly { readonly line: number; readonly why: string }[];
}

/** Of one file, some hundred lines at a time. */
const languages = new FeedLanguages();

export async function archivePrepareTask(
  _context: TaskContext,
  input: { readonly lines: readonly string[]; readonly firstLine: number },
): Promise<Result<ArchivePrepared>> {
  // loaded when first wanted: only archives need the checking library in a worker
  const { archiveLine } = await import('../../../contract/library.ts');
  const bad: { line: number; why: string }[] = [];
  const byFeed = new Map<string, ArchiveLine[]>();
  for (const [at, text] of input.lines.entries()) {
    if (text.trim() === '') continue;
    const line = readLine(archiveLine, text);
    if (typeof line === 'string') {
      bad.push({ line: input.firstLine + at, why: line });
      continue;
    }
    const lines = byFeed.get(line.feedUrl);
    if (lines === undefined) byFeed.set(line.feedUrl, [line]);
    else lines.push(line);
  }
  const feeds = [...byFeed].map(([url, lines]) => prepareFeedLines(url, lines));
  return ok({ feeds, bad });
}

/** The line, or what is wrong with it. */
function readLine(schema: typeof archiveLine, text: string): ArchiveLine | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'This is not a line of JSON.';
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ');
  const url = URL.parse(parsed.data.feedUrl);
  if (url === null || !/^https?:$/.test(url.protocol)) return 'The feed’s address is not an address on the web.';
  return parsed.data;
}

function prepareFeedLines(url: string, lines: readonly ArchiveLine[]): ArchivedFeed {
  const parsed = lines.map((line, index) => parsedArticle(line, index));
  const identified = identifyArticles(parsed);
  const articles: StoredArticle[] = identified.map(({ article, identity, rule, alternates }) => {
    const prepared = composeArticle(article, { url, usualLanguage: languages.usual(url) });
    languages.note(url, prepared.language);
    return toStored(article, prepared, { identity, identityRule: rule, alternates, section: null });
  });
  const bits = identified.map(({ article }) => {
    const line = lines[article.index];
    return { read: line?.read ?? false, starred: line?.starred ?? false };
  });
  return { url, title: withoutControls(lines[0]?.feedTitle ?? ''), articles: serialize(articles), bits };
}

function parsedArticle(line: ArchiveLine, index: number): ParsedArticle {
  const url = URL.parse(line.url ?? '');
  const published = typeof line.published === 'number' ? line.published : parseDate(line.published ?? '');
  return {
    index,
    title: withoutControls(line.title),
    html: withoutControls(line.html),
    categories: [],
    enclosures: [],
    ...(line.guid !== null && line.guid !== undefined && { rawGuid: line.guid }),
    ...(line.url !== null && line.url !== undefined && { rawLink: line.url }),
    ...(url !== null && /^https?:$/.test(url.protocol) && { url: url.href }),
    ...(line.author !== null && line.author !== undefined && { author: withoutControls(line.author) }),
    ...(published !== undefined && { published }),
  };
}
