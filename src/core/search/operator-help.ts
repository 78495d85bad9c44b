/** The operators as the window explains them, the most wanted first. */

export interface OperatorHelp {
  readonly name: string;
  readonly example: string;
  readonly about: string;
}

export const operatorHelp: readonly OperatorHelp[] = [
  { name: 'source', example: 'source:"Lumen Science"', about: 'from these feeds' },
  { name: 'is', example: 'is:unread', about: 'unread, read, starred, later, edited, hidden' },
  { name: 'after', example: 'after:2026-03', about: 'from then on' },
  { name: 'before', example: 'before:2026', about: 'earlier than that' },
  { name: 'last', example: 'last:7d', about: 'hours, days, weeks, months or years back' },
  { name: 'title', example: 'title:flood', about: 'in the headline' },
  { name: 'author', example: 'author:"Petra Osei-Lind"', about: 'by this author' },
  { name: 'section', example: 'section:Science', about: 'in these sections' },
  { name: 'folder', example: 'folder:Technology', about: 'from the feeds of a folder' },
  { name: 'has', example: 'has:audio', about: 'image, audio, fulltext' },
  { name: 'lang', example: 'lang:en,de', about: 'in these languages' },
  { name: 'tag', example: 'tag:climate', about: 'with this tag of the publisher' },
  { name: 'site', example: 'site:example.org', about: 'on this site' },
  { name: 'date', example: 'date:2025-01..2025-03', about: 'between two dates' },
  { name: 'on', example: 'on:2026-11-24', about: 'on this day, month or year' },
  { name: 'search', example: 'search:"Grid storage"', about: 'in a saved search' },
  { name: 'story', example: 'story:12', about: 'in this story' },
];
