/** Stories, what the reader said of them, what is muted, and what For you was taught. */

export const version = 3;

export const sql = `
-- Only stories of two articles or more have a row; article.story_id is given to every article once it is grouped.
CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  publishers INTEGER NOT NULL
);
CREATE INDEX story_last ON story(last_at);
CREATE INDEX article_story ON article(story_id) WHERE story_id IS NOT NULL;
-- What still has to be grouped, in order of time.
CREATE INDEX article_ungrouped ON article(story_id) WHERE story_id IS NULL;

-- Ids of merged stories stay good; a merge by hand that was undone leaves null.
CREATE TABLE story_alias (id INTEGER PRIMARY KEY, to_id INTEGER);

-- Why an article is in its story, and of which it is a near-copy.
CREATE TABLE story_member (
  article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  copy_of INTEGER,
  shares TEXT NOT NULL DEFAULT '[]',
  hours_apart REAL NOT NULL DEFAULT 0,
  likeness REAL NOT NULL DEFAULT 0
);
CREATE INDEX story_member_copy ON story_member(article_id) WHERE copy_of IS NOT NULL;

-- What the reader said: these two belong together, these two do not.
CREATE TABLE story_constraint (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  first_article INTEGER NOT NULL,
  second_article INTEGER NOT NULL,
  removed_at INTEGER
);

CREATE TABLE mute (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  story_id INTEGER,
  label TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  until INTEGER,
  removed_at INTEGER
);

-- Each lesson with the features it was given with: replaying them makes the same model to the last digit.
CREATE TABLE taste_lesson (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  lesson TEXT NOT NULL
);
-- folded: what lessons older than the log taught; latest: the model some lessons ago, so that a start is quick.
CREATE TABLE taste_state (name TEXT PRIMARY KEY, seq INTEGER NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL) WITHOUT ROWID;

-- Editions that stay as they were made: this morning's, and the day's picks.
CREATE TABLE edition (name TEXT PRIMARY KEY, made_at INTEGER NOT NULL, plan TEXT NOT NULL) WITHOUT ROWID;
`;
