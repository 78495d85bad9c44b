/** Marks articles: shown at once, taken back if the core refuses. */
import type { Result } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/ids.ts';
import type { InputOf, OutputOf } from '../../contract/index.ts';
import { type ArticleBits, expectBits } from './article-bits.ts';
import { client } from './client.ts';

type MarkInput = InputOf<'articles.mark'>;
export type MarkScope = NonNullable<MarkInput['scope']>;
export type Marked = Result<OutputOf<'articles.mark'>>;

/** `automatic`: follows from reading and is no act of the reader's own, so that Undo passes over it. */
export async function markArticles(
  ids: readonly ArticleId[],
  change: Partial<ArticleBits>,
  { automatic = false } = {},
): Promise<Marked> {
  const settle = expectBits(ids, change);
  const result = await client.call('articles.mark', { ids: [...ids], set: asChange(change), automatic });
  settle(result.ok);
  return result;
}

/** Marks everything of a scope read; the lists follow by the event of the core. */
export function markScopeRead(scope: MarkScope): Promise<Marked> {
  return client.call('articles.mark', { scope, set: { read: true } });
}

function asChange({ unread, ...rest }: Partial<ArticleBits>): MarkInput['set'] {
  return unread === undefined ? rest : { ...rest, read: !unread };
}
