/** Piles: what one publisher writes to a form all day (closing prices, the weather, small earthquakes), and nobody else takes up. */
import { formOf, isOfForm } from '../../curation/form-titles.ts';
import type { PageRow } from '../../store/articles/page-rows.ts';

const pileFrom = 10; // articles of one story

export type PileOf = (row: Pick<PageRow, 'publisher' | 'title' | 'storyPublishers'>) => string | undefined;

/**
 * Tells to which publisher's pile an article belongs, learnt from what is new. Grouping lets a form into many stories, and
 * leaves some alone: all of one publisher's are one pile.
 */
export function pilesAmong(rows: readonly PageRow[]): PileOf {
  const grouped = rows.filter(
    ({ storyPublishers, storyArticles }) => storyPublishers === 1 && storyArticles >= pileFrom,
  );
  const forms = new Map(
    [...Map.groupBy(grouped, ({ publisher }) => publisher)]
      .filter(([, own]) => own.length >= pileFrom)
      .map(([publisher, own]) => [publisher, formOf(own.map(({ title }) => title))]),
  );
  return ({ publisher, title, storyPublishers }) => {
    const form = forms.get(publisher);
    return form !== undefined && storyPublishers === 1 && isOfForm(title, form) ? `pile of ${publisher}` : undefined;
  };
}
