/** A title as it reads after its correction: the new headline, the right figure everywhere and the note that says so. */

import { escapeMarkup } from './markup.ts';
import type { SampleArticle, SampleTitle } from './sample-title.ts';

export function asCorrected(title: SampleTitle): SampleTitle {
  return { ...title, articles: title.articles.map(correctedArticle) };
}

function correctedArticle(article: SampleArticle): SampleArticle {
  const { correction } = article;
  if (correction === undefined) return article;
  const right = (text: string) => text.replaceAll(correction.from, correction.to);
  return {
    ...article,
    title: correction.title,
    deck: right(article.deck),
    html: `${right(article.html)}\n<p><em>${escapeMarkup(correction.note)}</em></p>`,
    paragraphs: [...article.paragraphs.map(right), correction.note],
  };
}
