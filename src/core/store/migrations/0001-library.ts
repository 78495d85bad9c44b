/** The library's first form. docs/decisions tell why: one writer, status that outlives text, ids in time order. */

export const version = 1;

export const sql = `
CREATE TABLE fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE folder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  parent_id INTEGER REFERENCES folder(id),
  position REAL NOT NULL,
  section TEXT,
  removed_at INTEGER,
  attributes TEXT NOT NULL DEFAULT '{}'
);

CREATE TABLE feed (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL,
  own_title TEXT,
  feed_title TEXT NOT NULL DEFAULT '',
  site_url TEXT,
  language TEXT,
  image_url TEXT,
  icon_url TEXT,
  folder_id INTEGER REFERENCES folder(id),
  position REAL NOT NULL,
  section TEXT,
  added_at INTEGER NOT NULL,
  removed_at INTEGER,
  -- host:port pairs on this machine or network that this feed may be fetched from
  allow_private TEXT,
  credentials TEXT,
  settings TEXT NOT NULL DEFAULT '{}',
  -- attributes of other readers' OPML, given back on export
  attributes TEXT NOT NULL DEFAULT '{}'
);
CREATE UNIQUE INDEX feed_url ON feed(url) WHERE removed_at IS NULL;
CREATE INDEX feed_folder ON feed(folder_id);

CREATE TABLE feed_state (
  feed_id INTEGER PRIMARY KEY REFERENCES feed(id) ON DELETE CASCADE,
  etag TEXT,
  last_modified TEXT,
  validators_at INTEGER,
  body_hash TEXT,
  last_checked_at INTEGER,
  last_success_at INTEGER,
  last_changed_at INTEGER,
  last_article_at INTEGER,
  next_check_at INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
  code TEXT,
  message TEXT,
  stopped INTEGER NOT NULL DEFAULT 0,
  moved_to TEXT,
  moved_count INTEGER NOT NULL DEFAULT 0,
  wishes TEXT NOT NULL DEFAULT '{}',
  repairs INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX feed_state_due ON feed_state(next_check_at);

CREATE TABLE host_state (host TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;

-- The diary: what each fetch brought, in words. Rows that brought articles keep their response headers.
CREATE TABLE fetch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  feed_id INTEGER NOT NULL REFERENCES feed(id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  code TEXT,
  message TEXT NOT NULL,
  status INTEGER,
  added INTEGER NOT NULL DEFAULT 0,
  ms REAL,
  size_bytes INTEGER,
  url TEXT,
  headers TEXT
);
CREATE INDEX fetch_feed ON fetch(feed_id, id);

-- Status rows outlive their article: an undated item that returns must not be unread again.
CREATE TABLE article_status (
  article_id INTEGER PRIMARY KEY,
  feed_id INTEGER NOT NULL,
  identity TEXT NOT NULL,
  arrival INTEGER NOT NULL,
  unread INTEGER NOT NULL DEFAULT 1,
  starred INTEGER NOT NULL DEFAULT 0,
  later INTEGER NOT NULL DEFAULT 0,
  hidden INTEGER NOT NULL DEFAULT 0,
  present INTEGER NOT NULL DEFAULT 1,
  starred_at INTEGER,
  UNIQUE (feed_id, identity)
);
CREATE UNIQUE INDEX status_arrival ON article_status(arrival);
CREATE INDEX status_unread ON article_status(article_id) WHERE unread = 1 AND present = 1 AND hidden = 0;
CREATE INDEX status_feed_unread ON article_status(feed_id, article_id) WHERE unread = 1 AND present = 1 AND hidden = 0;
CREATE INDEX status_feed ON article_status(feed_id, article_id) WHERE present = 1 AND hidden = 0;
-- with what else their lists and counts look at, so that no row is read for it
CREATE INDEX status_starred ON article_status(article_id, unread, hidden) WHERE starred = 1 AND present = 1;
CREATE INDEX status_later ON article_status(article_id, unread, hidden) WHERE later = 1 AND present = 1;
CREATE INDEX status_hidden ON article_status(article_id) WHERE hidden = 1 AND present = 1;

-- Other keys by which an article may be known again (its link, an earlier guid).
CREATE TABLE article_key (
  feed_id INTEGER NOT NULL,
  key TEXT NOT NULL,
  article_id INTEGER NOT NULL,
  PRIMARY KEY (feed_id, key, article_id)
) WITHOUT ROWID;

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  feed_id INTEGER NOT NULL REFERENCES feed(id),
  title TEXT NOT NULL,
  url TEXT,
  author TEXT,
  publisher TEXT,
  section TEXT,
  language TEXT,
  lead TEXT NOT NULL,
  published_at INTEGER,
  updated_at INTEGER,
  first_seen_at INTEGER NOT NULL,
  fetch_id INTEGER,
  position INTEGER,
  word_count INTEGER NOT NULL,
  picture_url TEXT,
  has_audio INTEGER NOT NULL DEFAULT 0,
  has_full_text INTEGER NOT NULL DEFAULT 0,
  revisions INTEGER NOT NULL DEFAULT 0,
  content_hash TEXT NOT NULL,
  raw_guid TEXT,
  raw_link TEXT,
  identity_rule TEXT NOT NULL,
  story_id INTEGER
);

CREATE TABLE article_body (
  article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  html TEXT NOT NULL,
  deck TEXT,
  -- caption, credit, alternative text, size; categories; enclosures; podcast; comments: what only the article page shows
  extras TEXT NOT NULL,
  page_html TEXT,
  page_state TEXT NOT NULL DEFAULT 'none',
  page_trouble TEXT,
  page_fetched_at INTEGER
);

-- What is indexed, verbatim: stripped of markup, CJK letters separated. Nothing in the index is computed.
CREATE TABLE article_text (
  article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  body TEXT NOT NULL,
  feed TEXT NOT NULL
);
-- The text comes first: the first column's words need no mark of their column, two bytes each.
CREATE VIRTUAL TABLE article_index USING fts5(
  body, title, author, feed,
  content = 'article_text', content_rowid = 'article_id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

-- How much of the index is gathered in memory before it is written: in bulk, segments are larger and merged less often.
INSERT INTO article_index (article_index, rank) VALUES ('hashsize', 8388608);

-- Where it stood in its feed later on; where it stood first is in the article's row.
CREATE TABLE article_position (
  article_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (article_id, at)
) WITHOUT ROWID;

CREATE TABLE article_revision (
  article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  title TEXT NOT NULL,
  -- the text as it was, deflated
  text BLOB NOT NULL,
  content_hash TEXT NOT NULL,
  PRIMARY KEY (article_id, at)
) WITHOUT ROWID;

-- Counts are kept, not computed.
CREATE TABLE feed_counter (
  feed_id INTEGER PRIMARY KEY,
  unread INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE bit_counter (bit TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO bit_counter (bit, n) VALUES ('starred', 0), ('later', 0), ('hidden', 0);

CREATE TRIGGER status_added AFTER INSERT ON article_status BEGIN
  INSERT INTO feed_counter (feed_id, unread, total)
  VALUES (NEW.feed_id, NEW.unread AND NEW.present AND NOT NEW.hidden, NEW.present AND NOT NEW.hidden)
  ON CONFLICT (feed_id) DO UPDATE SET unread = unread + excluded.unread, total = total + excluded.total;
END;
CREATE TRIGGER status_changed AFTER UPDATE OF unread, hidden, present ON article_status BEGIN
  UPDATE feed_counter SET
    unread = unread + (NEW.unread AND NEW.present AND NOT NEW.hidden) - (OLD.unread AND OLD.present AND NOT OLD.hidden),
    total = total + (NEW.present AND NOT NEW.hidden) - (OLD.present AND NOT OLD.hidden)
  WHERE feed_id = NEW.feed_id;
END;
CREATE TRIGGER status_removed AFTER DELETE ON article_status BEGIN
  UPDATE feed_counter SET
    unread = unread - (OLD.unread AND OLD.present AND NOT OLD.hidden),
    total = total - (OLD.present AND NOT OLD.hidden)
  WHERE feed_id = OLD.feed_id;
  UPDATE bit_counter SET n = n - CASE bit
    WHEN 'starred' THEN OLD.starred AND OLD.present WHEN 'later' THEN OLD.later AND OLD.present ELSE OLD.hidden AND OLD.present END;
END;
CREATE TRIGGER status_bits_added AFTER INSERT ON article_status
WHEN NEW.starred OR NEW.later OR NEW.hidden BEGIN
  UPDATE bit_counter SET n = n + CASE bit
    WHEN 'starred' THEN NEW.starred AND NEW.present WHEN 'later' THEN NEW.later AND NEW.present ELSE NEW.hidden AND NEW.present END;
END;
CREATE TRIGGER status_bits_changed AFTER UPDATE OF starred, later, hidden, present ON article_status
WHEN NEW.starred OR NEW.later OR NEW.hidden OR OLD.starred OR OLD.later OR OLD.hidden BEGIN
  UPDATE bit_counter SET n = n + CASE bit
    WHEN 'starred' THEN (NEW.starred AND NEW.present) - (OLD.starred AND OLD.present)
    WHEN 'later' THEN (NEW.later AND NEW.present) - (OLD.later AND OLD.present)
    ELSE (NEW.hidden AND NEW.present) - (OLD.hidden AND OLD.present) END;
END;

-- What was done, so that it can be undone. A bulk change writes its row before its slices.
CREATE TABLE operation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  -- row changes with before and after, or the predicate and cut-off of a bulk change
  change TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'done',
  undone_at INTEGER
);
CREATE TABLE operation_slice (
  operation_id INTEGER NOT NULL REFERENCES operation(id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  bit TEXT NOT NULL,
  value INTEGER NOT NULL,
  -- ids of the articles whose bit really changed, as float64
  article_ids BLOB NOT NULL,
  PRIMARY KEY (operation_id, n)
);

-- Append-only: what happened to articles and what the reader did with them.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  operation_id INTEGER,
  article_id INTEGER,
  feed_id INTEGER,
  amount REAL,
  data TEXT
);
CREATE INDEX event_at ON event(at);
CREATE INDEX event_article ON event(article_id) WHERE article_id IS NOT NULL;

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE window_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE media (
  url TEXT PRIMARY KEY,
  -- in the media folder, named by content: two addresses of one picture share a file
  path TEXT,
  hash TEXT,
  mime_type TEXT,
  size_bytes INTEGER NOT NULL DEFAULT 0,
  fetched_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL,
  trouble TEXT
) WITHOUT ROWID;
CREATE INDEX media_used ON media(used_at);
CREATE INDEX media_path ON media(path);
`;
