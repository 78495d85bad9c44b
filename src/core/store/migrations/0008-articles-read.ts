/**
 * What belongs to an article that is read: how far, which of its two texts, what its own page said of it, and how long it
 * plays. Pictures in articles had the switch of those in lists.
 */

export const version = 8;

export const sql = `
CREATE TABLE reading_place (
  article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  -- blocks of the text that are above the window's edge, and the share of the next one that is
  place REAL NOT NULL,
  at INTEGER NOT NULL
);
CREATE INDEX reading_place_at ON reading_place(at);

-- 'feed' or 'page', where the reader chose; byline, standfirst, date, picture and words of the page as JSON
ALTER TABLE article_body ADD COLUMN text_choice TEXT;
ALTER TABLE article_body ADD COLUMN page_facts TEXT;
ALTER TABLE article_body ADD COLUMN page_trouble_code TEXT;

-- Of the newest alone: to read every body of a large library would take minutes.
ALTER TABLE article ADD COLUMN audio_seconds INTEGER;
UPDATE article SET audio_seconds = (
  SELECT round(coalesce(json_extract(b.extras, '$.podcast.durationSeconds'), json_extract(b.extras, '$.enclosures[0].durationSeconds')))
  FROM article_body AS b WHERE b.article_id = article.id
) WHERE has_audio = 1 AND id >= (SELECT min(id) FROM (SELECT id FROM article ORDER BY id DESC LIMIT 5000));

UPDATE feed SET settings = json_set(settings, '$.fullText', CASE json_extract(settings, '$.fullText') WHEN 1 THEN 'always' ELSE 'usual' END)
WHERE json_type(settings, '$.fullText') IN ('true', 'false');

INSERT OR IGNORE INTO setting (name, value) SELECT 'showArticlePictures', value FROM setting WHERE name = 'showPictures';
`;
