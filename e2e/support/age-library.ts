/** What a library looks like days later: its subscriptions and what the reader did lie so much further back. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** For a library that no app has open. Articles keep their dates: they are new. */
export function ageLibrary(folder: string, days: number): void {
  const db = new DatabaseSync(join(folder, 'library', 'library.db'));
  const by = { by: days * 86_400_000 };
  db.prepare('UPDATE feed SET added_at = added_at - :by').run(by);
  db.prepare('UPDATE event SET at = at - :by').run(by);
  db.prepare('DELETE FROM edition').run();
  db.close();
}
