/**
 * Reads any text that is nearly XML, in one tolerant pass of htmlparser2, and writes it again as small canonical XML for rss-parser:
 * our prefixes, one root, articles side by side, only the elements we take, markup escaped. Linear in the text; nothing in a DOCTYPE is followed.
 */

import { Parser } from 'htmlparser2';
import type { CanonicalFeed } from './canonical-feed.ts';
import { CanonicalWriter } from './canonical-writer.ts';
import { declaredEntities } from './declared-entities.ts';
import type { EntityNews } from './decode-entities.ts';
import { FeedBuilder } from './feed-builder.ts';
import type { RepairNotes } from './repair-notes.ts';

const slash = 0x2f;
const piece = 262_144; // characters handed over at a time: lets a hopeless document be given up early

/** HTML's elements without end tag that are no feed's: an unescaped body full of `<br>` must not nest. */
const neverClosed: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr']);

class FeedTagParser extends Parser {
  override isVoidElement(name: string): boolean {
    return neverClosed.has(name);
  }
}

/** Undefined when no feed's root is found. */
export function repairXml(given: string, notes: RepairNotes): CanonicalFeed | undefined {
  const text = withoutBareBrackets(withFinishedTags(given, notes), notes);
  const declared = declaredEntities(text);
  let position = 0;
  const news: EntityNews = {
    declared,
    met: (name) => {
      if (name === undefined) notes.add('bare_ampersand', position);
      else if (!declared.has(name)) notes.add('undeclared_entity', position, `&${name};`);
    },
  };
  const writer = new CanonicalWriter();
  const builder = new FeedBuilder({ writer, notes, news, offset: () => position });
  let isCdata = false;
  const parser = new FeedTagParser(
    {
      onopentag: (name, attributes) => {
        position = parser.startIndex;
        builder.open(name, attributes);
        if (builder.isHopeless) parser.pause();
      },
      onclosetag: (name, isImplied) => {
        position = parser.endIndex;
        // htmlparser2 also calls the end of `<this/>` implied.
        builder.close(name, isImplied && text.charCodeAt(parser.endIndex - 1) !== slash);
      },
      ontext: (data) => {
        position = parser.startIndex;
        builder.text(data, isCdata);
      },
      oncdatastart: () => {
        isCdata = true;
      },
      oncdataend: () => {
        isCdata = false;
      },
      onprocessinginstruction: (name) => {
        if (name.toLowerCase() === '!doctype') notes.add('doctype_removed', parser.startIndex);
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for (let at = 0; at < text.length && !builder.isHopeless; at += piece) parser.write(text.slice(at, at + piece));
  builder.startEnding();
  if (!builder.isHopeless) parser.end();
  return builder.finish();
}

const unfinishedTag =
  /(<\/[a-z][\w:.-]*|<(?:item|entry|channel|title|link|guid|id|pubdate|updated|published|description|summary))\s*(?=<)/gi;

/** `</title<guid>`: htmlparser2 would lose the second tag. Costs one look through the text. */
function withFinishedTags(text: string, notes: RepairNotes): string {
  const first = text.search(unfinishedTag);
  if (first === -1) return text;
  notes.add('unclosed_tag', first);
  return text.replace(unfinishedTag, '$1>');
}

const bareBracket = /<(?![a-z_/!?\u0080-\uffff])/gi;

/** `1 < 2` and `<3`: htmlparser2 would take the second for a tag. In CDATA the reference reads the same once it is HTML. */
function withoutBareBrackets(text: string, notes: RepairNotes): string {
  const first = text.search(bareBracket);
  if (first === -1) return text;
  if (!isInCdata(text, first)) notes.add('bare_bracket', first);
  return text.replace(bareBracket, '&lt;');
}

function isInCdata(text: string, at: number): boolean {
  const start = text.lastIndexOf('<![CDATA[', at);
  return start !== -1 && text.indexOf(']]>', start) >= at;
}
