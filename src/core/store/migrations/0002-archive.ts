/** What searching the archive adds: tags that can be looked up, saved searches, and the unread articles that each of them holds. */

export const version = 2;

const counted = (row: string): string => `(${row}.unread = 1 AND ${row}.present = 1 AND ${row}.hidden = 0)`;
const anySearch = 'EXISTS (SELECT 1 FROM saved_search WHERE removed_at IS NULL)';

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
`;
