/** The names by which the core knows one field's searches from another's: a later search ends the one before. */
const windowName = crypto.randomUUID();

export const sessions = {
  list: `${windowName}:list`,
  count: `${windowName}:count`,
  facets: `${windowName}:facets`,
  histogram: `${windowName}:histogram`,
} as const;
