/**
 * Turns the plain text of a title file into well-formed XHTML. A small dialect: paragraphs, ## headings, lists, > quotations ending in
 * "> -- who", | tables, ``` code, / verse, ![alt](picture.svg "caption | credit"), --- and [^1] footnotes.
 */

import { curlQuotes, escapeMarkup } from './markup.ts';

interface ProseOptions {
  /** The article's slug: keeps footnote anchors apart when several articles stand on one page. */
  readonly slug: string;
  readonly language: string;
}

export function proseToHtml(prose: string, options: ProseOptions): string {
  const notes: string[] = [];
  const blocks = splitBlocks(prose).map((block) => blockToHtml(block, options, notes));
  const body = blocks.filter((html) => html !== '').join('\n');
  if (notes.length === 0) return body;
  return `${body}\n<hr/>\n<ol class="footnotes">\n${notes.join('\n')}\n</ol>`;
}

/** The paragraphs' plain words: no headings, tables, code, pictures or notes. */
export function proseToParagraphs(prose: string, language: string): string[] {
  return splitBlocks(prose)
    .filter((block) => !/^(#|\||```|!\[|---|\[\^|> |\/ |[-*] |\d+\. )/.test(block))
    .map((block) => plainText(block, language));
}

export function plainText(prose: string, language: string): string {
  const bare = prose
    .replace(/\[\^\w+\]/g, '')
    .replace(/\[([^[\]]+)\]\([^()]+\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return language === 'en' ? curlQuotes(bare) : bare;
}

/** Blocks are parted by empty lines, and each note stands alone; a code block keeps the empty lines inside its fences. */
function splitBlocks(prose: string): string[] {
  const blocks: string[] = [];
  let fenced = false;
  let open = false;
  for (const line of prose.split('\n')) {
    if (!fenced && line.trim() === '') {
      open = false;
      continue;
    }
    if (open && !line.startsWith('[^')) blocks[blocks.length - 1] += `\n${line}`;
    else blocks.push(line);
    open = true;
    if (line.startsWith('```')) fenced = !fenced;
  }
  return blocks;
}

function blockToHtml(block: string, options: ProseOptions, notes: string[]): string {
  const text = (words: string) => inlineToHtml(words, options);
  const heading = /^(##+) (.*)$/.exec(block);
  if (heading !== null) {
    const level = (heading[1] ?? '##').length;
    return `<h${level}>${text(heading[2] ?? '')}</h${level}>`;
  }
  if (block.startsWith('```')) return codeToHtml(block);
  if (block === '---') return '<hr/>';
  if (block.startsWith('| ')) return tableToHtml(block, text);
  if (block.startsWith('> ')) return quotationToHtml(block, text);
  if (block.startsWith('/ ')) {
    const lines = block.split('\n').map((line) => text(line.replace(/^\/ ?/, '')));
    return `<p class="verse">${lines.join('<br/>\n')}</p>`;
  }
  if (block.startsWith('![')) return figureToHtml(block, options.language);
  if (/^- /.test(block)) return listToHtml(block, /^- /, 'ul', text);
  if (/^\d+\. /.test(block)) return listToHtml(block, /^\d+\. /, 'ol', text);
  const note = /^\[\^(\w+)\]: ([\s\S]*)$/.exec(block);
  if (note === null) return `<p>${text(block)}</p>`;
  const [, name = '', words = ''] = note;
  const anchor = `${options.slug}-${name}`;
  notes.push(`<li id="note-${anchor}">${text(words)} <a href="#ref-${anchor}">↩</a></li>`);
  return '';
}

function inlineToHtml(words: string, options: ProseOptions): string {
  // Code is set aside first, its place held by a private-use character, so that nothing inside is read as emphasis or curled.
  const codes: string[] = [];
  const held = words.replace(/`([^`]+)`/g, (_, code: string) => `\ue000${codes.push(escapeMarkup(code)) - 1}\ue000`);
  const curled = options.language === 'en' ? curlQuotes(held) : held;
  return escapeMarkup(curled)
    .replace(/\[\^(\w+)\]/g, (_, name: string) => {
      const anchor = `${options.slug}-${name}`;
      return `<sup><a id="ref-${anchor}" href="#note-${anchor}">${name}</a></sup>`;
    })
    .replace(/\[([^[\]]+)\]\(([^()]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\*([^*]+)\*/g, '<em>$1</em>')
    .replace(/\ue000(\d+)\ue000/g, (_, index: string) => `<code>${codes[Number(index)] ?? ''}</code>`);
}

function codeToHtml(block: string): string {
  const lines = block.split('\n');
  const language = (lines[0] ?? '').slice(3).trim();
  const attribute = language === '' ? '' : ` class="language-${escapeMarkup(language)}"`;
  return `<pre><code${attribute}>${escapeMarkup(lines.slice(1, -1).join('\n'))}</code></pre>`;
}

function tableToHtml(block: string, text: (words: string) => string): string {
  const rows = block.split('\n').map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim()),
  );
  const [head = [], marks = [], ...body] = rows;
  const align = marks.map((mark) => (mark.endsWith(':') ? ' align="right"' : ''));
  const row = (cells: string[], tag: string) =>
    `<tr>${cells.map((cell, column) => `<${tag}${align[column] ?? ''}>${text(cell)}</${tag}>`).join('')}</tr>`;
  const bodyRows = body.map((cells) => row(cells, 'td')).join('\n');
  return `<table>\n<thead>${row(head, 'th')}</thead>\n<tbody>\n${bodyRows}\n</tbody>\n</table>`;
}

function quotationToHtml(block: string, text: (words: string) => string): string {
  const lines = block.split('\n').map((line) => line.replace(/^> ?/, ''));
  const cite = lines.at(-1)?.startsWith('-- ') ? `\n<cite>${text((lines.pop() ?? '').slice(3))}</cite>` : '';
  return `<blockquote><p>${text(lines.join(' '))}</p>${cite}</blockquote>`;
}

function listToHtml(block: string, mark: RegExp, tag: 'ul' | 'ol', text: (words: string) => string): string {
  const points = block.split('\n').map((line) => `<li>${text(line.replace(mark, ''))}</li>`);
  return `<${tag}>\n${points.join('\n')}\n</${tag}>`;
}

function figureToHtml(block: string, language: string): string {
  const match = /^!\[([^\]]*)\]\((\S+) "([^|"]*)\|([^"]*)"\)$/.exec(block);
  if (match === null) throw new Error(`not a picture line: ${block}`);
  const [, alt = '', file = '', caption = '', credit = ''] = match.map((part) =>
    escapeMarkup(plainText(part, language)),
  );
  const img = `<img src="/pictures/${file}" alt="${alt}" width="1280" height="720"/>`;
  return `<figure>${img}<figcaption>${caption} <small class="credit">${credit}</small></figcaption></figure>`;
}
