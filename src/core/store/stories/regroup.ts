/** The reader's own word on a story, kept as one operation: where articles went, which id means which, and the pairs to remember. */
import type { EpochMs } from '../../lib/clock.ts';
import type { WritableDb } from '../handles.ts';
import { changeRows, type RowChange } from '../operations.ts';
import { type GroupingChanges, type KeptConstraint, keepMember, storyIdsOf } from './stories.ts';

export interface Regrouping {
  readonly label: string;
  readonly changes: GroupingChanges;
  readonly constraints: readonly KeptConstraint[];
}

export function regroupArticles(db: WritableDb, { label, changes, constraints }: Regrouping, now: EpochMs): number {
  const before = storyIdsOf(
    db,
    changes.placed.map(({ articleId }) => articleId),
  );
  const rows: RowChange[] = [
    ...constraints.map((constraint) => constraintRow(db, constraint, now)),
    ...changes.renamed.map((renaming) => aliasRow(db, renaming)),
    ...changes.placed.flatMap(({ articleId, storyId }): RowChange[] =>
      before.has(articleId)
        ? [
            {
              table: 'article',
              id: articleId,
              before: { story_id: before.get(articleId) ?? null },
              after: { story_id: storyId },
            },
          ]
        : [],
    ),
  ];
  const operationId = changeRows(db, { at: now, kind: 'story', label, rows });
  for (const member of changes.members) keepMember(db, member);
  return operationId;
}

/** Born removed: the operation puts it in force, and undo takes it back. */
function constraintRow(db: WritableDb, { kind, articles }: KeptConstraint, now: EpochMs): RowChange {
  const { lastId } = db.run(
    `INSERT INTO story_constraint (kind, first_article, second_article, removed_at) VALUES (:kind, :first, :second, :now)`,
    { kind, first: articles[0], second: articles[1], now },
  );
  return { table: 'story_constraint', id: lastId, before: { removed_at: now }, after: { removed_at: null } };
}

function aliasRow(db: WritableDb, { from, to }: { readonly from: number; readonly to: number }): RowChange {
  db.run('INSERT OR IGNORE INTO story_alias (id, to_id) VALUES (:from, NULL)', { from });
  return { table: 'story_alias', id: from, before: { to_id: null }, after: { to_id: to } };
}
