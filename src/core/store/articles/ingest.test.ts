import { describe, expect, it } from 'vitest';
import {
  addTestFeed,
  everythingUnread,
  finish,
  ingestAll,
  storedArticle,
  testNow,
} from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { momentOfId } from './article-id.ts';
import { deleteArticleText } from './article-writes.ts';
import { getCounts } from './counts.ts';
import { getArticle, revisionsOf } from './get-article.ts';
import { ingest } from './ingest.ts';
import { listArticles } from './list-articles.ts';
import { markArticles } from './mark-articles.ts';

const day = 86_400_000;

function library() {
  const { db } = temporaryLibrary();
  return { db, feedId: addTestFeed(db, 'https://example.org/feed') };
}

function listed(db: ReturnType<typeof library>['db'], view = 'all') {
  return listArticles(db, { view, onlyUnread: false, keep: [], order: 'newest', limit: 500 }, testNow).articles;
}

describe('what a fetch brings', () => {
  it('is stored once: the same feed again adds nothing and changes nothing', () => {
    const { db, feedId } = library();
    const articles = ['a', 'b'].map((identity) => storedArticle({ identity }));
    expect(ingestAll(db, { feedId, articles }).added).toHaveLength(2);
    expect(ingestAll(db, { feedId, articles })).toMatchObject({ added: [], updated: [] });
  });

  it('lists newest first by the publisher’s date', () => {
    const { db, feedId } = library();
    ingestAll(db, {
      feedId,
      articles: [
        storedArticle({ identity: 'old', publishedAt: testNow - 2 * day }),
        storedArticle({ identity: 'new', publishedAt: testNow - day }),
      ],
    });
    expect(listed(db).map((article) => article.title)).toEqual(['About new', 'About old']);
  });

  it('sorts an article from the future, or without a date, by its fetch', () => {
    const { db, feedId } = library();
    ingestAll(db, {
      feedId,
      articles: [
        storedArticle({ identity: 'tomorrow', publishedAt: testNow + 3 * day }),
        storedArticle({ identity: 'undated', publishedAt: null }),
        storedArticle({ identity: 'before-1970', publishedAt: -5 * day }),
      ],
    });
    const byTitle = new Map(listed(db).map((article) => [article.title, article.sortAt]));
    expect(byTitle.get('About tomorrow')).toBe(testNow);
    expect(byTitle.get('About undated')).toBe(testNow);
    expect(byTitle.get('About before-1970')).toBe(0);
  });

  it('keeps the feed’s own date whatever it sorts by', () => {
    const { db, feedId } = library();
    ingestAll(db, { feedId, articles: [storedArticle({ identity: 'tomorrow', publishedAt: testNow + 3 * day })] });
    expect(listed(db)[0]?.publishedAt).toBe(testNow + 3 * day);
  });

  it('gives articles of one second ids of their own that keep the second', () => {
    const { db, feedId } = library();
    const articles = Array.from({ length: 50 }, (_, n) => storedArticle({ identity: `n${n}` }));
    const { added } = ingestAll(db, { feedId, articles });
    expect(new Set(added).size).toBe(50);
    expect(added.slice(0, 16).map(momentOfId)).toEqual(new Array(16).fill(testNow - 3_600_000));
  });

  it('lets thousands of articles of one second spill into the next minutes, in the order in which they came', () => {
    const { db, feedId } = library();
    const articles = Array.from({ length: 3_000 }, (_, n) => storedArticle({ identity: `n${n}` }));
    const { added } = db.transaction(() => ingestAll(db, { feedId, articles }));
    expect(added).toEqual([...added].sort((a, b) => a - b));
    expect(new Set(added).size).toBe(3_000);
    expect(momentOfId(added.at(-1) ?? 0) - (testNow - 3_600_000)).toBeLessThan(5 * 60_000);
  });

  it('counts arrivals up from the publisher’s oldest to its newest', () => {
    const { db, feedId } = library();
    const articles = ['first in the feed', 'second', 'third'].map((identity) => storedArticle({ identity }));
    ingestAll(db, { feedId, articles });
    const arrivals = new Map(listed(db).map((article) => [article.title, article.arrival]));
    expect(arrivals.get('About third')).toBe(1);
    expect(arrivals.get('About first in the feed')).toBe(3);
  });
});

describe('a changed article', () => {
  it('keeps its earlier text and stays read', () => {
    const { db, feedId } = library();
    const [id = 0] = ingestAll(db, {
      feedId,
      articles: [storedArticle({ identity: 'a', title: 'Four billion' })],
    }).added;
    finish(markArticles(db, { ids: [id as never], set: { read: true } }, testNow));
    const edited = storedArticle({ identity: 'a', title: 'Four point six billion' });
    expect(ingestAll(db, { feedId, articles: [edited], fetchedAt: testNow + day }).updated).toEqual([id]);
    const article = getArticle(db, id, { isSummary: () => false });
    expect(article).toMatchObject({ title: 'Four point six billion', unread: false, edited: true, revisions: 1 });
    expect(revisionsOf(db, id).map((state) => state.title)).toEqual(['Four point six billion', 'Four billion']);
  });

  it('is recognised by another key when its guid changed', () => {
    const { db, feedId } = library();
    ingestAll(db, { feedId, articles: [storedArticle({ identity: 'g:1', alternates: ['l:x'] })] });
    const moved = storedArticle({
      identity: 'g:2',
      alternates: ['l:x'],
      title: 'About g:1',
      html: '<p>What happened with g:1.</p>',
    });
    expect(ingestAll(db, { feedId, articles: [moved] })).toMatchObject({ added: [], updated: [] });
    expect(listed(db)).toHaveLength(1);
  });

  it('is not recognised by a key that two articles share', () => {
    const { db, feedId } = library();
    ingestAll(db, {
      feedId,
      articles: [
        storedArticle({ identity: 'g:1', alternates: ['l:x'] }),
        storedArticle({ identity: 'g:2', alternates: ['l:x'] }),
      ],
    });
    expect(
      ingestAll(db, { feedId, articles: [storedArticle({ identity: 'g:3', alternates: ['l:x'] })] }).added,
    ).toHaveLength(1);
  });
});

describe('a new feed', () => {
  const old = (identity: string, days: number) => storedArticle({ identity, publishedAt: testNow - days * day });

  it('has its articles older than 30 days read, but for the newest 20', () => {
    const { db, feedId } = library();
    const articles = Array.from({ length: 30 }, (_, n) => old(`n${n}`, 40 + n));
    ingestAll(db, { feedId, articles, firstFetch: true }, { unreadDays: 30, unreadMinimum: 20, dailyCap: null });
    const unread = listed(db).filter((article) => article.unread);
    expect(unread).toHaveLength(20);
    expect(unread.map((article) => article.title)).toContain('About n0');
    expect(unread.map((article) => article.title)).not.toContain('About n20');
  });

  it('has everything of the last 30 days unread, however much', () => {
    const { db, feedId } = library();
    const articles = Array.from({ length: 60 }, (_, n) => old(`n${n}`, n / 10));
    ingestAll(db, { feedId, articles, firstFetch: true }, { unreadDays: 30, unreadMinimum: 20, dailyCap: null });
    expect(listed(db).filter((article) => article.unread)).toHaveLength(60);
  });

  it('that is not new any more has late old articles unread', () => {
    const { db, feedId } = library();
    ingestAll(db, { feedId, articles: [old('late', 90)] }, { unreadDays: 30, unreadMinimum: 0, dailyCap: null });
    expect(listed(db)[0]?.unread).toBe(true);
  });
});

describe('a feed of thousands', () => {
  it('is stored in steps between which another feed may be stored', () => {
    const { db, feedId } = library();
    const other = addTestFeed(db, 'https://example.org/other');
    const articles = Array.from({ length: 250 }, (_, n) => storedArticle({ identity: `n${n}` }));
    const batch = { feedId, articles, fetchId: null, fetchedAt: testNow, firstFetch: false };
    const steps = ingest(db, batch, everythingUnread);
    let n = 0;
    while (steps.next().done !== true) {
      n += 1;
      ingestAll(db, { feedId: other, articles: [storedArticle({ identity: `between ${n}` })] });
    }
    expect(n).toBe(4);
    expect(getCounts(db, testNow).all.total).toBe(254);
  });
});

describe('what is gone', () => {
  it('does not come back unread when its undated article returns after its text was deleted', () => {
    const { db, feedId } = library();
    const undated = storedArticle({ identity: 't:1', publishedAt: null });
    const [id = 0] = ingestAll(db, { feedId, articles: [undated] }).added;
    db.transaction(() => deleteArticleText(db, id));
    expect(ingestAll(db, { feedId, articles: [undated], fetchedAt: testNow + day })).toMatchObject({
      added: [],
      updated: [],
    });
    expect(getCounts(db, testNow).all).toEqual({ unread: 0, total: 0 });
  });

  it('arrives read beyond the cap a day that was set for a feed', () => {
    const { db, feedId } = library();
    const articles = Array.from({ length: 8 }, (_, n) => storedArticle({ identity: `n${n}` }));
    ingestAll(db, { feedId, articles }, { ...everythingUnread, dailyCap: 3 });
    expect(getCounts(db, testNow).all).toEqual({ unread: 3, total: 8 });
  });
});
