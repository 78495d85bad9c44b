import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extractArticle } from '../extract-article.ts';

const corpus = new URL('../../../../../shared/corpus/', import.meta.url);

const codes: Readonly<Record<string, string>> = {
  consent: 'page_asks_consent',
  subscription: 'page_asks_subscription',
  'sign-in': 'page_asks_sign_in',
  missing: 'page_not_found',
  check: 'challenged',
};

interface Page {
  readonly kind: string;
  readonly name: string;
  readonly html: string;
}

function pagesIn(file: string): readonly Page[] {
  const text = readFileSync(new URL(`./fixtures/${file}`, import.meta.url), 'utf8');
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...lines] = part.split('\n');
      const [kind = '', name = ''] = head.split(' ');
      return { kind, name, html: lines.join('\n') };
    });
}

async function codeOf({ html }: Page): Promise<string> {
  const read = await extractArticle(html, { url: 'https://fern-post.example/news/article' });
  return read.ok ? 'article' : read.error.code;
}

const least = 0.95;

for (const file of ['notices.txt', 'held-out-notices.txt']) {
  test(`of the notices in ${file}, nearly all are named, and each by its kind`, async () => {
    const pages = pagesIn(file);
    const answers = await Promise.all(
      pages.map(async (page) => ({ page, isNamed: (await codeOf(page)) === codes[page.kind] })),
    );
    const missed = answers.filter(({ isNamed }) => !isNamed).map(({ page }) => `${page.kind} ${page.name}`);
    expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(pages.length * (1 - least));
  });
}

// Pages in words that were on no list when they were written. Some do not say which kind they are; none may become an article.
test('of the notices in unseen-notices.txt, nearly all are told from an article', async () => {
  const pages = pagesIn('unseen-notices.txt');
  const answers = await Promise.all(pages.map(async (page) => ({ page, code: await codeOf(page) })));
  const taken = answers.filter(({ code }) => code === 'article').map(({ page }) => `${page.kind} ${page.name}`);
  expect(taken.length, taken.join(', ')).toBeLessThanOrEqual(pages.length * (1 - least));
  const misnamed = answers.filter(({ page, code }) => code !== 'article' && code !== codes[page.kind]);
  expect(misnamed.length).toBeLessThanOrEqual(pages.length * 0.1);
}, 60_000);

for (const file of ['articles.txt', 'held-out-articles.txt', 'unseen-articles.txt']) {
  test(`no article in ${file} is taken for a notice, whatever it is about and whatever stands around it`, async () => {
    const answers = await Promise.all(
      pagesIn(file).map(async (page) => ({ name: page.name, code: await codeOf(page) })),
    );
    expect(answers.filter(({ code }) => code !== 'article')).toEqual([]);
  });
}

test('a page that holds what the feed sent, and goes on, is the article', async () => {
  const sent = 'The consent boxes of nine papers are to go by June, the regulator of the coast said on Monday evening.';
  const text = `${sent} We use cookies, they said, and you agree. Accept all, reject all. `;
  const html = `<article><p>${text}</p>${'<p>The council met again in the old hall, and the barriers stay where they are.</p>'.repeat(9)}</article>`;
  const read = await extractArticle(html, { url: 'https://fern-post.example/a', feedText: sent });
  expect(read.ok).toBe(true);
});

test.skipIf(!existsSync(corpus))(
  'no article page of the corpus is taken for a notice (skipped: no corpus)',
  async () => {
    const pages = [
      ...readdirSync(new URL('pages/', corpus)).map((name) => new URL(`pages/${name}/source.html`, corpus)),
      ...readdirSync(new URL('pages-handwritten/', corpus)).map((name) => new URL(`pages-handwritten/${name}`, corpus)),
    ].filter((page) => existsSync(page));
    const refused: string[] = [];
    for (const page of pages) {
      const read = await extractArticle(readFileSync(page), { url: 'https://fern-post.example/news/article' });
      if (!read.ok) refused.push(`${page.pathname.split('/').at(-2)} ${read.error.code}`);
    }
    expect(refused).toEqual([]);
    expect(pages.length).toBeGreaterThan(60);
  },
);
