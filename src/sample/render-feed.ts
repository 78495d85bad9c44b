/** One title, in the form it is printed in, as the bytes that travel. */

import { renderAtom } from './render-atom.ts';
import { renderJsonFeed } from './render-json-feed.ts';
import { renderRdf } from './render-rdf.ts';
import { renderRss } from './render-rss.ts';
import type { SampleTitle } from './sample-title.ts';
import { encodeWindows1252 } from './windows-1252.ts';

export function renderFeed(title: SampleTitle): Buffer {
  const text = renderText(title);
  return title.encoding === 'windows-1252' ? encodeWindows1252(text) : Buffer.from(text, 'utf8');
}

function renderText(title: SampleTitle): string {
  if (title.form.startsWith('json')) return renderJsonFeed(title);
  if (title.form.startsWith('atom')) return renderAtom(title);
  return title.form === 'rdf' ? renderRdf(title) : renderRss(title);
}
