/** What follows an article: the rest of its story, what is related, and what else the publisher says of it. */
import type { Article } from '../../../contract/articles.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { openStory } from '../../app/open-story.ts';
import { SourceLine } from '../../app/source-line.tsx';
import { useAsk } from '../../client/use-ask.ts';
import { ageAgo, fullDate, shortDate } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import './article-after.css';

type Related = OutputOf<'articles.related'>;

/** Two rows of related articles. */
const mostAsked = 6;

export function ArticleAfter({ article }: { readonly article: Article }) {
  // Nothing is said of a failure: the article above it is whole.
  const { data } = useAsk('articles.related', { id: article.id, limit: mostAsked });
  return (
    <>
      {data && data.inStory.length > 0 && <InStory others={data.inStory} storyId={article.storyId} />}
      {data && data.related.length > 0 && <RelatedArticles related={data.related} />}
      <Filed article={article} />
    </>
  );
}

function InStory({ others, storyId }: { readonly others: Related['inStory']; readonly storyId: number | null }) {
  const now = useNow();
  return (
    <section className="after" aria-labelledby="in-this-story">
      <div className="fx after-head">
        <h2 id="in-this-story" className="grow">
          In this story
        </h2>
        {storyId !== null && (
          <button type="button" className="link link-button" onClick={() => openStory(storyId)}>
            Compare coverage
          </button>
        )}
      </div>
      <div className="other">
        {others.map((other) => (
          <article className="news-card" key={other.id}>
            <SourceLine article={other}>
              <time className="t3 dot" dateTime={new Date(other.sortAt).toISOString()} title={fullDate(other.sortAt)}>
                {ageAgo(other.sortAt, now)}
              </time>
            </SourceLine>
            <NewsLink article={other} />
          </article>
        ))}
      </div>
    </section>
  );
}

function RelatedArticles({ related }: { readonly related: Related['related'] }) {
  const now = useNow();
  // Whole rows of three where there are that many.
  const shown = related.slice(0, related.length < mostAsked ? 3 : mostAsked);
  return (
    <section className="after" aria-labelledby="related">
      <h2 id="related">Related</h2>
      <div className="rel">
        {shown.map(({ article, at }) => (
          <article className="news-card" key={article.id}>
            <NewsPicture url={article.pictureUrl} />
            <NewsLink article={article} />
            <SourceLine article={article}>
              <time className="t3 dot" dateTime={new Date(at).toISOString()} title={fullDate(at)}>
                {shortDate(at, now)}
              </time>
            </SourceLine>
          </article>
        ))}
      </div>
    </section>
  );
}

function Filed({ article }: { readonly article: Article }) {
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
