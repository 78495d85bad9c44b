import { expect, test } from 'vitest';
import { proseToHtml, proseToParagraphs } from './prose-to-html.ts';

const html = (prose: string, language = 'en') => proseToHtml(prose, { slug: 'piece', language });

test('typewriter quotation marks are curled in English and left alone elsewhere', () => {
  expect(html('"It\'s late," she said.')).toBe('<p>“It’s late,” she said.</p>');
  expect(html('« Il est "tard" »', 'fr')).toBe('<p>« Il est &quot;tard&quot; »</p>');
});

test('code is neither curled nor read as emphasis', () => {
  expect(html('Use `a*b*c` and *not* `"x"`.')).toBe(
    '<p>Use <code>a*b*c</code> and <em>not</em> <code>&quot;x&quot;</code>.</p>',
  );
  expect(html('```ts\nconst a = "<b>";\n\nconst c = 1;\n```')).toBe(
    '<pre><code class="language-ts">const a = &quot;&lt;b&gt;&quot;;\n\nconst c = 1;</code></pre>',
  );
});

test('footnotes point at their notes and back, and neighbouring notes stay apart', () => {
  const page = html('One.[^1] Two.[^2]\n\n[^1]: First.\n[^2]: Second.');
  expect(page).toContain('<sup><a id="ref-piece-2" href="#note-piece-2">2</a></sup>');
  expect(page).toContain('<li id="note-piece-1">First. <a href="#ref-piece-1">↩</a></li>');
  expect(page).toContain('<li id="note-piece-2">Second. <a href="#ref-piece-2">↩</a></li>');
});

test('a table aligns its figures to the right', () => {
  expect(html('| Village | Homes |\n|---|---:|\n| Ford | 87 |')).toContain(
    '<tr><td>Ford</td><td align="right">87</td></tr>',
  );
});

test('a quotation keeps its source, verse its lines and a picture its credit', () => {
  expect(html('> A number.\n> -- The signalman')).toBe(
    '<blockquote><p>A number.</p>\n<cite>The signalman</cite></blockquote>',
  );
  expect(html('/ one\n/ two')).toBe('<p class="verse">one<br/>\ntwo</p>');
  expect(html('![A quay](quay.svg "At dusk. | Drawn here")')).toContain(
    '<figcaption>At dusk. <small class="credit">Drawn here</small></figcaption>',
  );
});

test('paragraphs leave out headings, tables, code, notes and pictures', () => {
  const prose = 'One *word*.\n\n## Head\n\n| a |\n|---|\n| b |\n\n```\nx\n```\n\n[^1]: Note.\n\nTwo.';
  expect(proseToParagraphs(prose, 'en')).toEqual(['One word.', 'Two.']);
});
