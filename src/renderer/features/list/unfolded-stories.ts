/** Stories of the list that are opened in place, by the article whose row stands for them. */
import type { ArticleSummary } from '../../../contract/articles.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { toastFailure } from '../../app/undo.ts';
import { learnBits } from '../../client/article-bits.ts';
import { client } from '../../client/client.ts';
import { createStore, useStore } from '../../lib/store.ts';

export interface StoryReport {
  readonly article: ArticleSummary;
  /** A line about it. */
  readonly note: string;
}

type CoverageRow = OutputOf<'stories.get'>['rows'][number];

const unfolded = createStore<ReadonlyMap<ArticleId, readonly StoryReport[]>>(new Map());

export function useReports(head: ArticleId | undefined): readonly StoryReport[] | undefined {
  return useStore(unfolded, (stories) => (head === undefined ? undefined : stories.get(head)));
}

/** The reports under a row; undefined while it is closed. */
export function reportsOf(head: ArticleId): readonly StoryReport[] | undefined {
  return unfolded.get().get(head);
}

export function unfoldedArticle(id: ArticleId): ArticleSummary | undefined {
  for (const reports of unfolded.get().values()) {
    const report = reports.find(({ article }) => article.id === id);
    if (report) return report.article;
  }
  return undefined;
}

/** Opens a story under its row: those of its reports that the list counts. */
export async function unfoldStory(head: ArticleSummary, members: readonly ArticleId[]): Promise<void> {
  if (head.storyId === null || unfolded.get().has(head.id)) return;
  const result = await client.call('stories.get', { id: head.storyId });
  if (!result.ok) return toastFailure(result.error.message);
  const counted = new Set(members);
  const rows = result.value.rows.filter(({ article }) => counted.has(article.id));
  learnBits(rows.map(({ article }) => article));
  const reports = rows.map((row) => ({ article: row.article, note: noteOf(row) }));
  if (reports.length > 0) unfolded.set((before) => new Map(before).set(head.id, reports));
}

/** What is worth a line: that it was the first, that it is a copy, or what it begins with. */
function noteOf({ isFirst, copyOf, article }: CoverageRow): string {
  if (isFirst) return 'The first report';
  if (copyOf !== null) return 'Much the same text as another report';
  return article.summary;
}

export function foldStory(head: ArticleId): void {
  const stories = new Map(unfolded.get());
  if (stories.delete(head)) unfolded.set(stories);
}

/** Another list begins with all its stories closed. */
export function foldAllStories(): void {
  if (unfolded.get().size > 0) unfolded.set(new Map());
}
