/** Saved searches have their place here, between the views and the feeds; nothing is drawn while there are none. */
export function SavedSearches() {
  return null;
}
