/** When a story was given its headline: a later edition may name it anew. */

export const version = 9;

export const sql = `
ALTER TABLE story_headline ADD COLUMN chosen_at INTEGER NOT NULL DEFAULT 0;
`;
