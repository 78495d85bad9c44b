import { existsSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type ExtractedArticle, extractArticle } from './extract-article.ts';
import { cleanByline } from './page-byline.ts';

const url = 'https://record.example/news/wall';
const extracted = async (source: string | Uint8Array, contentType?: string): Promise<ExtractedArticle> => {
  const result = await extractArticle(source, { url, contentType });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const page = readFileSync(new URL('fixtures/harbour-wall-page.html', import.meta.url));
const paragraph =
  'The council voted on Monday evening to rebuild the harbour wall, after three hours of argument about the cost. ';
const simple = (head: string, body: string): string =>
  `<html><head>${head}</head><body><article>${body}</article></body></html>`;

describe('the article of a page', () => {
  it('has the headline that readers see, all its authors, its date and its site', async () => {
    expect(await extracted(page)).toMatchObject({
      title: 'Council votes to rebuild the harbour wall before winter',
      byline: 'Kim Ode and Lee Marr',
      publishedTime: '2026-03-02T08:15:00+01:00',
      siteName: 'The Eastbank Record',
      lang: 'en-GB',
      excerpt: 'The council has voted to rebuild the wall.',
    });
  });

  it('begins with its first sentence and ends with its last, without menus, buttons and comments', async () => {
    const { text } = await extracted(page);
    expect(text).toMatch(/^The council voted on Monday evening/);
    expect(text).toMatch(/More on the roof\.$/);
    expect(text).not.toMatch(/Home|Tweet|gull77|herring|Imprint|alert/);
  });

  it('is sanitised, with addresses made absolute', async () => {
    const { html } = await extracted(page);
    expect(html).toContain('href="https://record.example/roof?id=4"');
    expect(html).toContain('<h2>Nine million, or more</h2>');
    expect(html).not.toMatch(/<script|alert/);
  });

  it('has the lead picture of the page, which is not in the text a second time', async () => {
    const { picture, html } = await extracted(page);
    expect(picture?.url).toBe('https://record.example/pictures/wall.jpg');
    expect(html).not.toContain('wall.jpg');
  });

  it("without a heading its title loses the site's name", async () => {
    const head = '<title>Wall to go up before winter comes - Record</title>';
    expect((await extracted(simple(head, `<p>${paragraph.repeat(4)}</p>`))).title).toBe(
      'Wall to go up before winter comes',
    );
  });

  it('a heading that is only the name of the site is not its title', async () => {
    const head = '<title>Record: Wall to go up before winter comes</title>';
    expect((await extracted(simple(head, `<h1>Record</h1><p>${paragraph.repeat(4)}</p>`))).title).toBe(
      'Wall to go up before winter comes',
    );
  });

  it('formulas stay as MathML', async () => {
    const formula =
      '<mjx-container><mjx-math aria-hidden="true">…</mjx-math><mjx-assistive-mml><math><mi>a</mi><mo>≠</mo><mn>0</mn></math></mjx-assistive-mml></mjx-container>';
    expect((await extracted(simple('', `<p>When ${formula} it holds. ${paragraph.repeat(4)}</p>`))).html).toContain(
      '<math><mi>a</mi><mo>≠</mo><mn>0</mn></math>',
    );
  });

  it('drawings with class names do not hide the text around them', async () => {
    const body = `<div class="story"><svg class="icon comment"><path d="M0 0"/></svg><p>${paragraph.repeat(3)}</p><p>${paragraph.repeat(3)}</p></div>`;
    expect((await extracted(simple('', body))).wordCount).toBeGreaterThan(100);
  });

  it.each(['shift_jis', 'euc-jp', 'utf-8'])('a page in %s is read as it declares itself', async (encoding) => {
    const html = simple(
      `<meta charset="${encoding}"><title>港の壁を再建</title>`,
      `<p>${'市議会は月曜日の夜、港の壁を再建することを決めた。'.repeat(8)}</p>`,
    );
    expect(await extracted(iconv.encode(html, encoding))).toMatchObject({ title: '港の壁を再建' });
  });

  it.each([
    '',
    'no markup at all',
    '<html><body><script>alert(1)</script></body></html>',
    '<html><head><title>x</title></head></html>',
  ])('%j has none, and that is said', async (html) => {
    const result = await extractArticle(html, { url });
    expect(result.ok || result.error.code).toBe('article_not_extracted');
  });

  it('keeps a picture that only readers without scripts would get', async () => {
    const figure = '<figure><div></div><noscript><img src="/wall.jpg" alt="Wall"></noscript></figure>';
    const { html } = await extracted(simple('', `<p>${paragraph.repeat(3)}</p>${figure}<p>${paragraph.repeat(3)}</p>`));
    expect(html).toContain('src="https://record.example/wall.jpg"');
  });

  it('of a few words is not taken for the notice at the foot of the page, nor that notice for an article', async () => {
    const foot = '<footer><p>All rights reserved by the Record. Subscribe to our newsletter.</p></footer>';
    const film = '<article><h1>Wall</h1><p>Watch the film.</p></article>';
    expect((await extracted(`<html><body>${film}${foot}</body></html>`)).text).toContain('Watch the film.');
    const nothing = await extractArticle(`<html><body><a href="/">Home</a>${foot}</body></html>`, { url });
    expect(nothing).toMatchObject({ ok: false, error: { code: 'article_not_extracted' } });
  });

  it.each(['div', 'a', 'h1', 'x-card', 'svg'])(
    '10,000 × <%s> in one another are refused before they hold a worker',
    async (name) => {
      const result = await extractArticle(`<html><body>${`<${name}>`.repeat(10_000)}<p>${paragraph}</p>`, { url });
      expect(result.ok || result.error.code).toBe('article_not_extracted');
    },
  );

  it('a program that compares a thousand times is no deep page', async () => {
    const script = `<script>${'if(i<a)b();'.repeat(1_000)}</script>`;
    expect((await extracted(simple(script, `<p>${paragraph.repeat(5)}</p>`))).text).toContain('The council voted');
  });

  it.each([
    ['a Latin label from its server', 'text/html; charset=iso-8859-1', 'windows-1251'],
    ['a label from its server that nobody knows', 'text/html; charset=x-none', 'windows-1251'],
  ])('a page under %s is read as it declares itself', async (_, contentType, encoding) => {
    const html = simple(
      `<meta charset="${encoding}">`,
      `<p>${'Совет решил в понедельник вечером восстановить стену. '.repeat(8)}</p>`,
    );
    expect((await extracted(iconv.encode(html, encoding), contentType)).text).toContain('Совет решил');
  });
});

describe('a byline', () => {
  it.each([
    ['By Kim Ode', 'Kim Ode'],
    ['by Kim Ode@kimode Dec 15, 2026, 1:55pm', 'Kim Ode'],
    ['Wednesday January 18, 2026 10:44 am by Kim Ode', 'Kim Ode'],
    ['Par Kim Ode', 'Kim Ode'],
    ['投稿者 大野きむ', '大野きむ'],
    ['Kim Ode, Staff Writer', 'Kim Ode'],
    ['Kim OdeStaff Writer', 'Kim Ode'],
    ['Ode, Kim', 'Kim Ode'],
    ['Kim Ode | 3 min read', 'Kim Ode'],
    ['See full bio', undefined],
    ['https://record.example/kim', undefined],
    ['2026-01-18', undefined],
  ])('%s is by %s', (raw, name) => {
    expect(cleanByline(raw)).toBe(name);
  });
});

describe('pages of others', () => {
  const corpus = new URL('../../../../shared/corpus/', import.meta.url);
  const present = existsSync(new URL('manifest.json', corpus));
  it.skipIf(!present)(
    `nine in ten of the hand-written headlines and authors are found${present ? '' : ' (skipped: no corpus)'}`,
    async () => {
      const manifest: {
        files: {
          file: string;
          kind: string;
          expected: { title?: string; author?: string; contentStartsWith?: string };
        }[];
      } = JSON.parse(readFileSync(new URL('manifest.json', corpus), 'utf8'));
      const pages = manifest.files.filter(
        ({ kind, expected }) => kind === 'page' && expected.contentStartsWith !== undefined,
      );
      let right = 0;
      let facts = 0;
      for (const { file, expected } of pages) {
        const result = await extractArticle(readFileSync(new URL(file, corpus)), {
          url: `https://${file.split('/').at(-1)?.replace('.html', '')}/`,
        });
        for (const [have, want] of [
          [result.ok && result.value.title, expected.title],
          [result.ok && result.value.byline, expected.author],
        ]) {
          if (want === undefined) continue;
          facts++;
          right += Number(String(have).replace(/\s+/g, ' ') === String(want).replace(/\s+/g, ' '));
        }
      }
      expect(right / facts).toBeGreaterThanOrEqual(0.9);
    },
    60_000,
  );
});

it('a page of scripts that never end does not cost the square of its length', async () => {
  const result = await extractArticle(simple('', `<p>${paragraph}</p>${'<script '.repeat(100_000)}`), { url });
  expect(result.ok || result.error.code === 'article_not_extracted').toBe(true);
});

it('a page whose headline, title or author are a run of spaces does not cost the square of its length', async () => {
  const gap = `Wall${' '.repeat(100_000)}built`;
  const head = `<title>${gap}</title><meta name="author" content="${gap}"><meta property="og:title" content="${gap}">`;
  const found = await extracted(simple(head, `<h1>${gap}</h1><p>${paragraph.repeat(4)}</p>`));
  expect(found).toMatchObject({ title: 'Wall built', byline: 'Wall built' });
});
