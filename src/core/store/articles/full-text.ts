/** The whole text of an article from its own page, beside what the feed sent. */
import type { Article } from '../../../contract/articles.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { WritableDb } from '../handles.ts';
import { replaceInIndex } from '../search/search-index.ts';

/** What a page says of its article besides the text. */
export interface PageFacts {
  readonly byline: string | null;
  readonly deck: string | null;
  readonly publishedAt: number | null;
  readonly picture: Article['picture'];
}

/** What the page of an article said, kept beside the feed's own text and indexed in its place when it is longer. */
export function storeFullText(
  db: WritableDb,
  page: {
    readonly id: number;
    readonly html: string;
    readonly indexText: string;
    readonly wordCount: number;
    readonly facts: PageFacts;
    /** The reader asked for it, and sees it from now on. */
    readonly isChosen: boolean;
    readonly at: number;
  },
): void {
  db.run(
    `UPDATE article_body SET page_html = :html, page_facts = :facts, page_state = 'stored', page_trouble = NULL,
       page_trouble_code = NULL, page_fetched_at = :at, text_choice = iif(:isChosen, 'page', text_choice)
     WHERE article_id = :id`,
    {
      id: page.id,
      html: page.html,
      facts: JSON.stringify(page.facts),
      at: page.at,
      isChosen: page.isChosen ? 1 : 0,
    },
  );
  db.run('UPDATE article SET has_full_text = 1, word_count = max(word_count, :wordCount) WHERE id = :id', {
    id: page.id,
    wordCount: page.wordCount,
  });
  const old = db.get<{ title: string; author: string; body: string; feed_id: number }>(
    'SELECT t.title, t.author, t.body, a.feed_id FROM article_text AS t JOIN article AS a ON a.id = t.article_id WHERE t.article_id = :id',
    { id: page.id },
  );
  if (old === undefined || old.body.length >= page.indexText.length) return;
  replaceInIndex(db, page.id, old.feed_id, { title: old.title, author: old.author, body: page.indexText });
}

interface PageFailure {
  readonly id: number;
  readonly code: string;
  readonly message: string;
  readonly at: number;
}

export function noteFullTextFailure(db: WritableDb, failure: PageFailure): void {
  db.run(
    `UPDATE article_body SET page_state = CASE WHEN page_html IS NULL THEN 'failed' ELSE page_state END,
       page_trouble = :message, page_trouble_code = :code, page_fetched_at = :at WHERE article_id = :id`,
    { ...failure },
  );
}

/** Kept with the article: it outlives the window. */
export function chooseText(db: WritableDb, { id, from }: ParsedInputOf<'articles.chooseText'>): Record<string, never> {
  db.run('UPDATE article_body SET text_choice = :from WHERE article_id = :id', { id, from });
  return {};
}
