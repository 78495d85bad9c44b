import { expect, test } from 'vitest';
import { sanitizeHtml } from './sanitize-html.ts';

const place = { base: 'https://courier.example/a/b' };
const again = { base: undefined, isOurs: true };

test.each([
  '<p id="one">One <a href="#one">up</a> <a href="/two?utm_source=x">two</a> <a href="mailto:a@b.example">post</a></p>',
  '<h1>Head</h1><pre class="brush: js"><code class="lang-ts">a &lt; b &amp;&amp; c</code></pre>',
  '<img src="p.png" srcset="p.png 1x, q,r.png 2x" sizes="50vw" width="10.5" title="T"><video src="v.mp4" poster="p.jpg"></video>',
  '<iframe src="https://www.youtube.com/embed/abcdef12345"></iframe><p>&nbsp;</p><p>Text</p>',
  '<iframe src="https://w.soundcloud.com/player/?url=x&amp;utm_source=y"></iframe><svg></svg>',
  '<table><tr><td headers="a" colspan="2">1</table><span class="credit">Photo</span><span lang="de">Wort</span>',
  '<math display="block"><mi>x</mi></math><blockquote cite="/q">Q</blockquote><ol start="3"><li value="4">x</ol>',
  '<b>1<i>2</b>3</i> a > b &quot; &#39; <section><p>x</section>',
])('what was cleaned stays as it is when it comes back from an archive: %s', (html) => {
  const clean = sanitizeHtml(html, place);
  expect(sanitizeHtml(clean, again)).toBe(clean);
});

test('what only says that it was cleaned is cleaned all the same', () => {
  const forged =
    '<a class="embed" data-embed="evil" href="https://a.example/">1</a><a class="embed" data-embed="youtube" href="javascript:1">2</a>' +
    '<a class="embed dlg" data-embed="youtube" href="https://a.example/">3</a><div class="scrim" id="root">4</div>';
  expect(sanitizeHtml(forged, again)).toBe(
    '<a href="https://a.example/">1</a><a>2</a><a href="https://a.example/">3</a><div id="article-root">4</div>',
  );
});
