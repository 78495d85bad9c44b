/** How far articles were read, so that each opens where it was left. */
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { WritableDb } from '../handles.ts';

/** Whoever comes back later begins again. */
const keptMs = 90 * 24 * 60 * 60 * 1000;

export function keepPlace(
  db: WritableDb,
  { id, place }: ParsedInputOf<'reading.keepPlace'>,
  now: EpochMs,
): Record<string, never> {
  db.run('DELETE FROM reading_place WHERE at < :before', { before: now - keptMs });
  if (place === null) {
    db.run('DELETE FROM reading_place WHERE article_id = :id', { id });
    return {};
  }
  // An article that is gone since has no place.
  db.run(
    `INSERT INTO reading_place (article_id, place, at) SELECT id, :place, :now FROM article WHERE id = :id
     ON CONFLICT (article_id) DO UPDATE SET place = excluded.place, at = excluded.at`,
    { id, place, now },
  );
  return {};
}
