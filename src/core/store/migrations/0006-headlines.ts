/** The publisher's standfirst beside the headline, where lists read it; and which article names a story. */

export const version = 6;

export const sql = `
ALTER TABLE article ADD COLUMN deck TEXT;

-- The newest alone: to read every body of a large library would take minutes. Older ones begin with their text.
UPDATE article SET deck = (SELECT deck FROM article_body WHERE article_id = article.id)
WHERE id >= (SELECT min(id) FROM (SELECT id FROM article ORDER BY id DESC LIMIT 5000));

-- Whose headline a story has. Chosen once, so that it is the same on every page and does not change with what is read.
CREATE TABLE story_headline (
  story_id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL
);
`;
