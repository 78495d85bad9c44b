import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedAttributes, allowedElements } from './clean-tag.ts';
import { plainText } from './plain-text.ts';
import { sanitizeByLibrary, sanitizeHtml } from './sanitize-html.ts';
import { sanitizeSimple } from './sanitize-simple.ts';

const place = { base: 'https://paper.example/2026/harbour' };
const clean = (html: string): string => sanitizeHtml(html, place);

/**
 * Everything in the text that could be more than text, by a strict reading of it: each bracket must open a tag of the
 * table with attributes of the table, and each address must be http(s), mailto or within the article.
 */
function dangers(html: string): string[] {
  const found: string[] = [];
  const tag = /^<\/?([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const match = tag.exec(html.slice(at));
    if (match === null || !allowedElements.includes(match[1] ?? '')) {
      found.push(html.slice(at, at + 60));
      continue;
    }
    for (const [, name = '', value = ''] of (match[2] ?? '').matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
      const isAddress = ['href', 'src', 'srcset', 'poster', 'cite'].includes(name);
      if (!allowedAttributes.includes(name) || (isAddress && !/^(?:https?:\/\/|mailto:|#article-)/.test(value))) {
        found.push(`${name}="${value}"`);
      }
    }
  }
  return found;
}

const vectors = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="javascript&colon;alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<iframe src="https://evil.example/"><p>x</p></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<p style="background:url(javascript:alert(1))" onclick="alert(1)">x</p>',
  '<img srcset="javascript:alert(1) 1x, https://a.example/b.png 2x">',
  '<!--[if IE]><script>alert(1)</script><![endif]-->',
  '<xmp><script>alert(1)</script></xmp>',
  '<template><img src=x onerror=alert(1)></template>',
  '<a href="https://a.example/" target="_blank" ping="https://spy.example/">x</a>',
  '<p>unclosed <b title="<script>alert(1)</script>">bold',
  '<object data="javascript:alert(1)"><embed src="javascript:alert(1)"></object>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)"><base href="https://evil.example/">',
  '<img src="x` onerror=alert(1)//`">',
  '<<script>alert(1)//<</script>',
  '<a href="//a.example" onmouseover\u2028=alert(1)>x</a>',
  '\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>',
];

describe('nothing that runs gets through', () => {
  it.each(vectors)('%s', (vector) => {
    expect(dangers(clean(vector))).toEqual([]);
  });

  it('whatever is made of pieces of attacks comes out inert', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '</',
      '<!--',
      '-->',
      '=',
      ' ',
      '/',
      '&lt;',
      '\0',
      'script',
      'style',
      'svg',
      'math',
      'img',
      'iframe',
      'title',
      'textarea',
      'p',
      'a',
      'mtext',
      ' src=',
      ' href="',
      ' onerror=',
      'javascript:',
      'alert(1)',
      'noscript',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(dangers(clean(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  const corpus = new URL('../../../../shared/corpus/xss/', import.meta.url);
  const present = existsSync(corpus);
  it.skipIf(!present)(`every known attack vector comes out inert${present ? '' : ' (skipped: no corpus)'}`, () => {
    for (const file of ['dompurify.json', 'feedparser-sanitize.json']) {
      const cases: readonly { payload: string }[] = JSON.parse(readFileSync(new URL(file, corpus), 'utf8'));
      const escaped = cases
        .map(({ payload }) => [payload, dangers(clean(payload))])
        .filter(([, found]) => found?.length !== 0);
      expect(escaped).toEqual([]);
      expect(cases.length).toBeGreaterThan(50);
    }
  });
});

describe('the two ways agree', () => {
  const inline = fc.constantFrom('b', 'em', 'code', 'span', 'a', 'font', 'q');
  const words = fc.constantFrom('one', 'two &amp; three', 'é', '3 > 2', '');
  const attributes = fc.constantFrom(
    '',
    ' class="x"',
    ' href="/y?utm_source=a&amp;b=1"',
    ' href="#note"',
    ' id="n1"',
    ' lang="fr"',
    ' title="a &lt; b"',
  );
  const markup = fc.letrec((tie) => ({
    part: fc.oneof(
      { depthSize: 'small' },
      words,
      fc.constantFrom(
        '<br>',
        '<img src="/a.jpg" alt="A">',
        '<img src="https://a.example/1x1.gif">',
        '<hr/>',
        '<!-- note -->',
      ),
      fc.tuple(inline, attributes, tie('parts')).map(([name, given, inner]) => `<${name}${given}>${inner}</${name}>`),
    ),
    parts: fc.array(tie('part'), { maxLength: 4 }).map((list) => list.join('')),
  })).parts;

  it('on plain markup the quick way writes what the library writes', () => {
    const decoded = (html: string): string => html.replaceAll('&gt;', '>');
    fc.assert(
      fc.property(markup, (inner) => {
        const html = `<div>${inner}</div>`;
        const quick = sanitizeSimple(html, place);
        fc.pre(quick !== undefined);
        expect(decoded(quick ?? '')).toBe(decoded(sanitizeByLibrary(html, place)));
      }),
      { numRuns: 400 },
    );
  });
});

describe('what an article keeps', () => {
  it('headings, lists, quotations, tables, code and right-to-left text stay', () => {
    const html =
      '<h2>A</h2><ul><li>b</li></ul><blockquote>c</blockquote><table><tr><td colspan="2">d</td></tr></table><pre><code class="language-ts">e</code></pre><p dir="rtl" lang="ar">f</p><details><summary>g</summary>h</details>';
    expect(clean(html)).toBe(html);
  });

  it("the body's own first heading goes one step down, since the page has the headline", () => {
    expect(clean('<h1>Harbour</h1>')).toBe('<h2>Harbour</h2>');
  });

  it('addresses become absolute', () => {
    expect(clean('<a href="../map">m</a><img src="a.jpg" srcset="a.jpg 1x, /b.jpg 2x" alt="">')).toBe(
      '<a href="https://paper.example/map">m</a><img src="https://paper.example/2026/a.jpg" srcset="https://paper.example/2026/a.jpg 1x, https://paper.example/b.jpg 2x" alt="">',
    );
  });

  it('links lose their tracking marks and keep all else', () => {
    expect(clean('<a href="https://a.example/?id=7&amp;utm_source=rss&amp;fbclid=x#top">x</a>')).toContain(
      'href="https://a.example/?id=7#top"',
    );
  });

  it('footnotes lead within the article and cannot take a name of the window', () => {
    expect(clean('<a href="#fn1" id="ref1">1</a><p id="fn1">Note</p>')).toBe(
      '<a id="article-ref1" href="#article-fn1">1</a><p id="article-fn1">Note</p>',
    );
  });

  it('tracking pixels and counters are gone', () => {
    expect(
      clean(
        'a<img src="https://x.example/p.gif" width="1" height="1"><img src="https://pixel.wp.com/b.gif?x=1" alt="">b',
      ),
    ).toBe('ab');
  });

  it('a picture that loads late gets its real address', () => {
    expect(clean('<img src="data:image/gif;base64,R0" data-src="/real.jpg" alt="A">')).toBe(
      '<img src="https://paper.example/real.jpg" alt="A">',
    );
  });

  it('a known player becomes a card with a link, and its label is no part of the text', () => {
    const html = clean(
      '<p>Watch:</p><iframe src="https://www.youtube.com/embed/abcdefghijk?autoplay=1" allowfullscreen></iframe>',
    );
    expect(html).toBe(
      '<p>Watch:</p><a class="embed" data-embed="youtube" href="https://www.youtube.com/watch?v=abcdefghijk">Video on YouTube</a>',
    );
    expect(plainText(html)).toBe('Watch:');
  });

  it('sound never starts by itself', () => {
    expect(clean('<audio src="/a.mp3" autoplay loop></audio>')).toBe(
      '<audio src="https://paper.example/a.mp3" controls preload="none"></audio>',
    );
  });

  it('unclosed elements are closed, so that nothing after the article is changed by it', () => {
    expect(clean('<div><b>x')).toBe('<div><b>x</b></div>');
  });
});

it('frames whose ends never end do not cost the square of their length', () => {
  expect(clean(`<script></script><iframe>${'</iframe '.repeat(100_000)}`)).toBe('');
});
