/** The whole text of an article from its own page, and the icons of sites. */
import { fail } from '../../../contract/errors.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import { privacyOf } from '../../reading/privacy-rules.ts';
import type { FlowParts } from '../flow-parts.ts';
import type { Flows } from '../router.ts';

export function pageFlows(parts: FlowParts) {
  return { 'articles.fullText': (input) => fullText(parts, input) } satisfies Partial<Flows>;
}

async function fullText(
  { asks }: FlowParts,
  { id, automatic }: ParsedInputOf<'articles.fullText'>,
): ReturnType<Flows['articles.fullText']> {
  const facts = await asks.read('article.page', { id });
  if (!facts.ok) return facts;
  if (facts.value === null) return fail('not_found', 'This article is not in the library any more.', { id });
  const { url, login, allowPrivate, feedHtml } = facts.value;
  if (url === null)
    return fail('article_not_extracted', 'This article has no page of its own: the feed gives no link.', { id });
  const settings = await asks.read('settings.get', {});
  if (!settings.ok) return settings;
  const privacy = privacyOf(settings.value);
  const page = await asks.work('page.extract', { url, login, allowPrivate, feedHtml, privacy });
  if (!page.ok) {
    await asks.write('page.failed', { id, code: page.error.code, message: page.error.message });
    return page;
  }
  const stored = await asks.write('page.store', { id, ...page.value, isChosen: !automatic });
  if (!stored.ok) return stored;
  return asks.read('articles.get', { id, textFrom: 'page' });
}
