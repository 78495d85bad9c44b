/** Whether a saved search shows its unread articles as a number in the sidebar. */

export const version = 10;

export const sql = `
ALTER TABLE saved_search ADD COLUMN counts_unread INTEGER NOT NULL DEFAULT 1;
`;
