/** Whose headline a story has: chosen when an edition is made, and kept, so that every page names the story alike. */
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';

export interface KeptHeadline {
  readonly storyId: number;
  readonly articleId: number;
  readonly chosenAt: EpochMs;
}

export function headlinesKept(db: ReadableDb, storyIds: readonly number[]): Map<number, KeptHeadline> {
  const rows = db.all<KeptHeadline>(
    `SELECT story_id AS storyId, article_id AS articleId, chosen_at AS chosenAt FROM story_headline
     WHERE story_id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(storyIds) },
  );
  return new Map(rows.map((row) => [row.storyId, row]));
}

export function keepHeadline(db: WritableDb, headline: KeptHeadline): void {
  db.run(
    `INSERT OR REPLACE INTO story_headline (story_id, article_id, chosen_at) VALUES (:storyId, :articleId, :chosenAt)`,
    { ...headline },
  );
}
