/** What comes next at the end of an article: the next of its list, the rest of its story, and what the archive has. */
import type { Article, ArticleSummary } from '../../../contract/articles.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { keysFor } from '../../app/commands.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { useNextArticle } from '../../app/next-article.ts';
import { openStory } from '../../app/open-story.ts';
import { FeedTile } from '../../app/source-line.tsx';
import { useAsk } from '../../client/use-ask.ts';
import { headlineOf } from '../../lib/headline.ts';
import { ageAgo, fullDate } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { keyWords } from '../../ui/keys.tsx';
import { Unbroken } from '../../ui/unbroken.tsx';
import './article-after.css';

type Related = OutputOf<'articles.related'>;

/** Asked for, to find the few that are older than the article. */
const mostAsked = 8;
const mostEarlier = 3;
/** One alone is chance, and no list. */
const leastEarlier = 2;

export function ArticleAfter({ article }: { readonly article: Article }) {
  // Nothing is said of a failure: the article above it is whole.
  const { data } = useAsk('articles.related', { id: article.id, limit: mostAsked });
  return (
    <>
      <div className="nextup">
        <NextInList article={article} />
        {data && data.inStory.length > 0 && <InStory others={data.inStory} storyId={article.storyId} />}
        {data && <Earlier related={data.related.filter(({ at }) => at < article.sortAt)} />}
      </div>
      <Filed article={article} />
    </>
  );
}

/** What the space bar leads to. */
function NextInList({ article }: { readonly article: Article }) {
  const next = useNextArticle(article.id);
  if (!next) return null;
  const { article: shown, listTitle, open } = next;
  return (
    <section className="nbig" aria-label={`Next in ${listTitle}`}>
      <div className="grow">
        <p className="nxs">Next in {listTitle}</p>
        <h2 className="head" lang={shown.language ?? undefined} dir="auto">
          <button type="button" className="next-button" onClick={open}>
            <Unbroken text={headlineOf(shown)} />
          </button>
        </h2>
        {shown.summary && (
          <p className="nxd" lang={shown.language ?? undefined} dir="auto">
            {shown.summary}
          </p>
        )}
        <p className="nxk">
          <kbd>{keyWords(keysFor('page.next') ?? 'Space').join(' ')}</kbd>
          <span className="t3 num">{shown.minutes} min read</span>
        </p>
      </div>
      <NewsPicture url={shown.pictureUrl} />
    </section>
  );
}

function InStory({ others, storyId }: { readonly others: Related['inStory']; readonly storyId: number | null }) {
  const now = useNow();
  return (
    <section className="nxt" aria-labelledby="in-this-story">
      <div className="nrow">
        <h2 id="in-this-story">More on this story</h2>
        {storyId !== null && (
          <button type="button" className="link link-button" onClick={() => openStory(storyId)}>
            Compare coverage
          </button>
        )}
      </div>
      {others.map((other) => (
        <NextRow key={other.id} article={other} at={other.sortAt} time={ageAgo(other.sortAt, now)} />
      ))}
    </section>
  );
}

function Earlier({ related }: { readonly related: Related['related'] }) {
  const now = useNow();
  if (related.length < leastEarlier) return null;
  return (
    <section className="nxt" aria-labelledby="earlier">
      <div className="nrow">
        <h2 id="earlier">Earlier in your archive</h2>
      </div>
      {related.slice(0, mostEarlier).map(({ article, at }) => (
        <NextRow key={article.id} article={article} at={at} time={ageAgo(at, now)} />
      ))}
    </section>
  );
}

interface NextRowProps {
  readonly article: ArticleSummary;
  /** Epoch milliseconds, and in words. */
  readonly at: number;
  readonly time: string;
}

function NextRow({ article, at, time }: NextRowProps) {
  return (
    <article className="nx news-card">
      <FeedTile article={article} />
      <div className="grow">
        <NewsLink article={article} />
        <p className="nxs">{article.feedTitle}</p>
      </div>
      <time className="t3 num" dateTime={new Date(at).toISOString()} title={fullDate(at)}>
        {time}
      </time>
    </article>
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
