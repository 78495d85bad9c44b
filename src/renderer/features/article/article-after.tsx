/** What follows an article: other coverage of its story and related stories find their place here. */
import type { Article } from '../../../contract/articles.ts';

export function ArticleAfter({ article }: { readonly article: Article }) {
  // The first one is the section over the headline already.
  const categories = article.categories.filter((category) => category !== article.section);
  if (article.commentsUrl === null && categories.length === 0) return null;
  return (
    <footer className="after article-after">
      {categories.length > 0 && <p className="t2">Also filed under {categories.join(', ')}</p>}
      {article.commentsUrl !== null && (
        <p>
          <a className="link" href={article.commentsUrl} target="_blank" rel="noopener noreferrer">
            Comments at the publisher
          </a>
        </p>
      )}
    </footer>
  );
}
