/** One report of a story, as the reports of a story are held side by side. */
import type { EpochMs } from '../../lib/clock.ts';
import type { ArticleKey } from '../curation-article.ts';

export interface Report {
  readonly id: ArticleKey;
  readonly publisher: string;
  readonly title: string;
  /** As much of its text as is compared; paragraphs apart by line breaks. */
  readonly text: string;
  /** Primary subtag: `en`, `de`; empty when it is not known. */
  readonly language: string;
  readonly at: EpochMs;
}
