/** What comes first among offers that answer as well: where the reader mostly wants to go, then what is mostly wanted done. */
export const weights = {
  view: 0.36,
  command: 0.34,
  folder: 0.32,
  feed: 0.3,
  search: 0.38,
  page: 0.2,
  value: 0.18,
  /** Choosing it would change nothing. */
  valueAsSet: 0.1,
  /** Of each feed among hundreds: only for whoever names it. */
  feedAction: 0,
} as const;
