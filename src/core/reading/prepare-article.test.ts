import { describe, expect, it } from 'vitest';
import { composeArticle, type RawArticle } from './prepare-article.ts';

const feed = { url: 'https://paper.example/feed.xml', siteUrl: 'https://www.paper.example/', language: 'en-GB' };
const article = (parts: Partial<RawArticle>): RawArticle => ({
  title: 'Harbour wall is to be rebuilt',
  url: 'https://news.paper.example/2026/harbour',
  categories: [],
  enclosures: [],
  ...parts,
});
const sentence = 'The council voted on Monday to rebuild the harbour wall before the winter storms. ';

describe('what is kept of an article', () => {
  it('the lead is at most 400 characters, ends with a whole word and does not repeat the headline', () => {
    const { lead } = composeArticle(
      article({ html: `<h1>Harbour wall is to be rebuilt</h1><p>${sentence.repeat(9)}</p>` }),
      feed,
    );
    expect(lead.startsWith('The council voted')).toBe(true);
    expect(lead.length).toBeLessThanOrEqual(400);
    expect(sentence.repeat(9)).toContain(`${lead} `);
  });

  it('the lead skips headings, captions and labels: they are no part of the sentence after them', () => {
    const told = composeArticle(
      article({
        html: `<figure><img src="a.png"><figcaption>The wall in June</figcaption></figure><h2>In one minute</h2>
          <p>The vote took an hour.</p><h3>A swan</h3><p><b>Amber</b></p><p>It sat on the wall.</p>`,
      }),
      feed,
    );
    expect(told.lead).toBe('The vote took an hour. It sat on the wall.');
    expect(composeArticle(article({ html: '<h2>Only this</h2>' }), feed).lead).toBe('Only this');
    expect(composeArticle(article({ title: '', html: '<p>Back again</p><p>It rained.</p>' }), feed).lead).toBe(
      'Back again It rained.',
    );
  });

  it('without a body the summary is shown, and it is then no standfirst', () => {
    const prepared = composeArticle(article({ summaryHtml: '<p>Storms come.</p>' }), feed);
    expect(prepared.html).toBe('<p>Storms come.</p>');
    expect(prepared.deck).toBeUndefined();
  });

  it('a summary of its own is the standfirst; one that only begins the body is not', () => {
    const html = `<p>${sentence.repeat(4)}</p>`;
    expect(
      composeArticle(article({ html, summaryHtml: 'Work begins in March and costs nine million.' }), feed).deck,
    ).toBe('Work begins in March and costs nine million.');
    expect(composeArticle(article({ html, summaryHtml: `${sentence.slice(0, 50)}…` }), feed).deck).toBeUndefined();
  });

  it('the publisher is the registrable domain of the link, and the whole host under a shared one', () => {
    expect(composeArticle(article({}), feed).publisher).toBe('paper.example');
    expect(composeArticle(article({ url: 'https://news.bbc.co.uk/1' }), feed).publisher).toBe('bbc.co.uk');
    expect(composeArticle(article({ url: 'https://someone.github.io/1' }), feed).publisher).toBe('someone.github.io');
    expect(composeArticle(article({ url: 'http://127.0.0.1:8080/1' }), feed).publisher).toBe('127.0.0.1');
  });

  it.each([
    [['Harbours', 'Wirtschaft'], 'Business'],
    [['News/Science & Environment', 'Science'], 'Science'],
    [['体育'], 'Sport'],
    [['Harbours'], undefined],
  ])('categories %j belong to section %s', (categories, section) => {
    expect(composeArticle(article({ categories }), feed).section).toBe(section);
  });

  it('the language is what the article says, then the feed, unless the script of the text says otherwise', () => {
    expect(composeArticle(article({ language: 'fr' }), feed).language).toBe('fr');
    expect(composeArticle(article({}), feed).language).toBe('en');
    expect(
      composeArticle(
        article({ html: '<p>Городской совет решил восстановить стену гавани</p>', title: 'Стена гавани' }),
        feed,
      ).language,
    ).toBe('ru');
    expect(
      composeArticle(
        article({
          html: `<p>Der Stadtrat beschloss am Montag, die Hafenmauer noch vor den Winterstürmen zu erneuern.</p>`,
          title: 'Hafenmauer',
        }),
        { url: feed.url },
      ).language,
    ).toBe('de');
    expect(composeArticle(article({ title: 'Ok', html: '' }), { url: feed.url }).language).toBeUndefined();
  });

  it('500 Chinese characters are a minute of reading', () => {
    expect(composeArticle(article({ html: `<p>${'港'.repeat(500)}</p>` }), feed)).toMatchObject({
      wordCount: 230,
      minutes: 1,
    });
    expect(composeArticle(article({ html: `<p>${'word '.repeat(690)}</p>` }), feed)).toMatchObject({
      wordCount: 690,
      minutes: 3,
    });
  });

  it('the fingerprint ignores tracking marks and notices a word', () => {
    const hashOf = (html: string): string => composeArticle(article({ html }), feed).contentHash;
    expect(hashOf('<a href="https://a.example/?utm_source=a">x</a>')).toBe(
      hashOf('<a href="https://a.example/?utm_source=b">x</a>'),
    );
    expect(hashOf('<p>x</p>')).not.toBe(hashOf('<p>y</p>'));
  });

  it('an audio enclosure makes it something to hear', () => {
    const enclosures = [{ url: 'https://a.example/1.mp3' }];
    expect(composeArticle(article({ enclosures }), feed).hasAudio).toBe(true);
    expect(composeArticle(article({ enclosures: [{ url: 'https://a.example/1.pdf' }] }), feed).hasAudio).toBe(false);
  });
});

describe('the lead picture', () => {
  const figure =
    '<figure><img src="https://img.example/wall-1024x683.jpg" width="1024" height="683" alt="The wall"><figcaption>The wall in January. Photo: Kim Ode/Eastbank</figcaption></figure>';

  it("comes from the body with caption and credit when the feed names none; emoji, faces and pixels don't count", () => {
    const html = `<img src="https://img.example/emoji/1.png" alt=":)"><img src="https://img.example/me.jpg" width="48" height="48" alt="">${figure}`;
    expect(composeArticle(article({ html }), feed).picture).toEqual({
      url: 'https://img.example/wall-1024x683.jpg',
      alt: 'The wall',
      width: 1024,
      height: 683,
      caption: 'The wall in January.',
      credit: 'Kim Ode/Eastbank',
      inBody: true,
    });
  });

  it("is known to stand in the body too when the feed's is another size of it", () => {
    const picture = { url: 'https://img.example/wall-300x200.jpg?quality=80' };
    expect(composeArticle(article({ html: figure, picture }), feed).picture).toMatchObject({
      url: 'https://img.example/wall-1024x683.jpg',
      inBody: true,
      credit: 'Kim Ode/Eastbank',
    });
  });

  it("is the feed's own where the body shows another", () => {
    const picture = { url: 'https://img.example/mayor.jpg', credit: 'Kim Ode' };
    expect(composeArticle(article({ html: figure, picture }), feed).picture).toEqual({
      url: 'https://img.example/mayor.jpg',
      credit: 'Kim Ode',
      inBody: false,
    });
  });
});

it('a text of spaces does not cost the square of its length', () => {
  const html = `<p>Six${' '.repeat(200_000)}ferries</p><p>Nine</p>`;
  expect(composeArticle(article({ html }), feed).text).toBe('Six ferries\nNine');
});

it('a category of spaces does not cost the square of its length', () => {
  const categories = [`Science${' '.repeat(300_000)}x`, 'World / Science News '];
  expect(composeArticle(article({ categories }), feed).section).toBe('Science');
});
