/** Articles that no search shows: the few that hits of the index are held against, so that not one row is read for the many. */

export const version = 5;

export const sql = `
CREATE INDEX status_unseen ON article_status(article_id) WHERE hidden = 1 OR present = 0;
`;
