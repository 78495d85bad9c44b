/** What the archive adds: tags that can be looked up, saved searches with the unread articles that each holds, and how much room each feed takes. */

export const version = 2;

const counted = (row: string): string => `(${row}.unread = 1 AND ${row}.present = 1 AND ${row}.hidden = 0)`;
const anySearch = 'EXISTS (SELECT 1 FROM saved_search WHERE removed_at IS NULL)';

const htmlBytes = (row: string): string =>
  `(octet_length(${row}.html) + octet_length(${row}.extras) + coalesce(octet_length(${row}.page_html), 0))`;
const textBytes = (row: string): string =>
  `(octet_length(${row}.title) + octet_length(${row}.author) + octet_length(${row}.body))`;
/** The feed's word in the index is f and its number. */
const feedOf = (row: string): string => `CAST(substr(${row}.feed, 2) AS INTEGER)`;

export const sql = `
CREATE TABLE article_tag (
  tag TEXT NOT NULL COLLATE NOCASE,
  article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  PRIMARY KEY (tag, article_id)
) WITHOUT ROWID;
CREATE INDEX article_tag_article ON article_tag(article_id);
INSERT OR IGNORE INTO article_tag (tag, article_id)
  SELECT substr(trim(category.value), 1, 100), body.article_id
  FROM article_body AS body, json_each(body.extras, '$.categories') AS category WHERE trim(category.value) <> '';
CREATE TRIGGER tags_added AFTER INSERT ON article_body WHEN NEW.extras LIKE '%"categories":["%' BEGIN
  INSERT OR IGNORE INTO article_tag (tag, article_id)
    SELECT substr(trim(value), 1, 100), NEW.article_id FROM json_each(NEW.extras, '$.categories') WHERE trim(value) <> '';
END;
CREATE TRIGGER tags_changed AFTER UPDATE OF extras ON article_body WHEN NEW.extras <> OLD.extras BEGIN
  DELETE FROM article_tag WHERE article_id = NEW.article_id;
  INSERT OR IGNORE INTO article_tag (tag, article_id)
    SELECT substr(trim(value), 1, 100), NEW.article_id FROM json_each(NEW.extras, '$.categories') WHERE trim(value) <> '';
END;

CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  notify INTEGER NOT NULL DEFAULT 0,
  position REAL NOT NULL,
  removed_at INTEGER,
  -- what the query meant when it was last counted whole: names may come to mean other feeds
  plan TEXT,
  unread INTEGER NOT NULL DEFAULT 0
);

-- The unread articles of each saved search. Leaving is by trigger; entering needs the index, and waits in saved_search_due.
CREATE TABLE saved_search_unread (
  search_id INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  PRIMARY KEY (search_id, article_id)
) WITHOUT ROWID;
CREATE INDEX saved_search_unread_article ON saved_search_unread(article_id);
CREATE TABLE saved_search_due (
  article_id INTEGER PRIMARY KEY,
  is_new INTEGER NOT NULL
);

CREATE TRIGGER search_count_up AFTER INSERT ON saved_search_unread BEGIN
  UPDATE saved_search SET unread = unread + 1 WHERE id = NEW.search_id;
END;
CREATE TRIGGER search_count_down AFTER DELETE ON saved_search_unread BEGIN
  UPDATE saved_search SET unread = unread - 1 WHERE id = OLD.search_id;
END;
CREATE TRIGGER search_article_arrived AFTER INSERT ON article_status WHEN ${counted('NEW')} AND ${anySearch} BEGIN
  INSERT OR REPLACE INTO saved_search_due (article_id, is_new) VALUES (NEW.article_id, 1);
END;
CREATE TRIGGER search_article_left AFTER UPDATE OF unread, hidden, present ON article_status
WHEN ${counted('OLD')} AND NOT ${counted('NEW')} BEGIN
  DELETE FROM saved_search_unread WHERE article_id = NEW.article_id;
  DELETE FROM saved_search_due WHERE article_id = NEW.article_id;
END;
CREATE TRIGGER search_article_back AFTER UPDATE OF unread, hidden, present, starred, later ON article_status
WHEN ${counted('NEW')} AND ${anySearch} BEGIN
  INSERT OR IGNORE INTO saved_search_due (article_id, is_new) VALUES (NEW.article_id, 0);
END;
CREATE TRIGGER search_article_gone AFTER DELETE ON article_status BEGIN
  DELETE FROM saved_search_unread WHERE article_id = OLD.article_id;
  DELETE FROM saved_search_due WHERE article_id = OLD.article_id;
END;
-- the text of a known article changed
CREATE TRIGGER search_text_changed AFTER INSERT ON article_text WHEN ${anySearch} BEGIN
  INSERT OR IGNORE INTO saved_search_due (article_id, is_new)
    SELECT article_id, 0 FROM article_status AS s WHERE article_id = NEW.article_id AND ${counted('s')};
END;

-- Kept, not computed: how many bytes of text each feed's articles take.
CREATE TABLE feed_size (
  feed_id INTEGER PRIMARY KEY,
  articles INTEGER NOT NULL DEFAULT 0,
  -- HTML, page text and what the article page shows
  html_bytes INTEGER NOT NULL DEFAULT 0,
  -- what is indexed
  text_bytes INTEGER NOT NULL DEFAULT 0
);
INSERT INTO feed_size (feed_id, articles, html_bytes, text_bytes)
  SELECT s.feed_id, count(*), sum(${htmlBytes('b')}), sum(${textBytes('t')})
  FROM article_body AS b JOIN article_status AS s ON s.article_id = b.article_id
  JOIN article_text AS t ON t.article_id = b.article_id GROUP BY s.feed_id;
CREATE TRIGGER size_html_added AFTER INSERT ON article_body BEGIN
  INSERT INTO feed_size (feed_id, articles, html_bytes)
    SELECT feed_id, 1, ${htmlBytes('NEW')} FROM article WHERE id = NEW.article_id
    ON CONFLICT (feed_id) DO UPDATE SET articles = articles + 1, html_bytes = html_bytes + excluded.html_bytes;
END;
CREATE TRIGGER size_html_changed AFTER UPDATE ON article_body BEGIN
  UPDATE feed_size SET html_bytes = html_bytes + ${htmlBytes('NEW')} - ${htmlBytes('OLD')}
  WHERE feed_id = (SELECT feed_id FROM article WHERE id = NEW.article_id);
END;
-- the article itself is gone by then, its status is not
CREATE TRIGGER size_html_removed AFTER DELETE ON article_body BEGIN
  UPDATE feed_size SET articles = articles - 1, html_bytes = html_bytes - ${htmlBytes('OLD')}
  WHERE feed_id = (SELECT feed_id FROM article_status WHERE article_id = OLD.article_id);
END;
CREATE TRIGGER size_text_added AFTER INSERT ON article_text BEGIN
  UPDATE feed_size SET text_bytes = text_bytes + ${textBytes('NEW')} WHERE feed_id = ${feedOf('NEW')};
END;
CREATE TRIGGER size_text_removed AFTER DELETE ON article_text BEGIN
  UPDATE feed_size SET text_bytes = text_bytes - ${textBytes('OLD')} WHERE feed_id = ${feedOf('OLD')};
END;
`;
