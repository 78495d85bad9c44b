/** What of the article's pane a start does without: the page with its cleaner, and the panel of type and theme. */
import { lazily } from '../../lib/lazily.ts';

export const openArticle = lazily(async () => (await import('./open-article.tsx')).OpenArticle);
export const textPanel = lazily(async () => (await import('./text-panel.tsx')).TextPanel);
