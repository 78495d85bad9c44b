/** Articles as the store is given them, made from a seed: a publisher's usual fields, running text by Zipf's law. */
import type { StoredArticle } from '../../src/core/store/articles/stored-article.ts';
import { runningText, runningWord, seededRandom, zipfWords } from './seeded-random.ts';

const vocabulary = 200_000;

export interface ArticleMaker {
  readonly random: () => number;
  /** The n-th article; `words` is the mean over many. */
  readonly make: (about: { readonly n: number; readonly at: number; readonly words: number }) => StoredArticle;
}

export function articleMaker(seed: number): ArticleMaker {
  const random = seededRandom(seed);
  const word = zipfWords(random, vocabulary, runningWord);
  const write = runningText(random, word);
  return {
    random,
    make: ({ n, at, words }) => {
      const count = Math.max(20, Math.round(words * (0.3 + 1.4 * random())));
      const text = write(count);
      const title = write(5 + Math.floor(random() * 6));
      const author = `${word()} ${word()}`;
      const url = `https://example.org/world/${n}-${title.slice(0, 30).replaceAll(' ', '-')}`;
      return {
        identity: `g:${url}`,
        identityRule: 'guid',
        alternates: [`l:${url}`, `t:${n}`],
        position: n % 40,
        rawGuid: url,
        rawLink: url,
        url,
        title,
        author,
        publisher: 'example.org',
        section: 'World',
        language: 'en',
        publishedAt: Math.floor(at),
        updatedAt: null,
        html: `<p>${text}</p>`,
        deck: null,
        lead: text.slice(0, 400),
        wordCount: count,
        pictureUrl: n % 3 === 0 ? `https://example.org/${n}.jpg` : null,
        hasAudio: false,
        contentHash: `${n}-${count}`,
        extras: { categories: [], enclosures: [] },
        index: { title, author, body: text },
      };
    },
  };
}
