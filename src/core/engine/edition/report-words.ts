/** A feed's report card as a sentence with its remedy. */
import type { ReportCard } from '../../curation/report-card.ts';
import type { FeedSumsRow } from '../../store/feeds/feed-sums.ts';

export function adviceText(card: Omit<ReportCard, 'feedId'>, { articles, opened }: FeedSumsRow): string {
  const read = `You opened ${opened} of ${articles}.`;
  switch (card.advice) {
    case 'unsubscribe':
      return `${read} Unsubscribe, or cap it at 3 a day?`;
    case 'cap-at-3-a-day':
      return `${read} It sends ${Math.round(card.perDay)} a day: cap it at 3?`;
    case 'gone-quiet':
      return `Nothing new in ${card.daysSinceLast} days. Unsubscribe, or keep it for the day it returns?`;
    case 'too-early':
      return 'Too early to judge it.';
    case 'keep':
      return read;
  }
}
