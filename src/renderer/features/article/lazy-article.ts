/** The page of an article with its cleaner: a start shows the list without it. */
import { lazily } from '../../lib/lazily.ts';

export const openArticle = lazily(async () => (await import('./open-article.tsx')).OpenArticle);
