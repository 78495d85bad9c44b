/** What calls read and change. Each subject has one event, by which windows hear that it changed (events.ts). */

export const eventOf = {
  /** What a reader set on articles: read, starred, for later, hidden, which text is shown; and what was deleted. */
  marks: 'articles-marked',
  /** Articles, and their changes, as they come from publishers. */
  arrivals: 'articles-arrived',
  /** Feeds and folders: their names, places, settings and health. */
  feeds: 'feeds-changed',
  searches: 'saved-searches-changed',
  /** Which articles are one story; what is muted and followed; what For you has learned by hand. */
  stories: 'stories-changed',
  settings: 'settings-changed',
  /** How far the running round of fetching is. */
  round: 'refresh',
} as const;

export type Subject = keyof typeof eventOf;
export type ChangeEvent = (typeof eventOf)[Subject];
/** A call's own input and answer say all that the event says. Of the others only who leads the work knows enough. */
export type Announced = Exclude<Subject, 'arrivals' | 'round'>;
