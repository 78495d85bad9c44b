/** Stories that the reader follows. */

export const version = 4;

export const sql = `
CREATE TABLE story_follow (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  story_id INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  removed_at INTEGER
);
`;
