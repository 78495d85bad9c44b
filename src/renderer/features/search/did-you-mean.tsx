/** The query as it was perhaps meant, what differs in bold, with what it would find. */
import { counted, exactCount } from '../../lib/numbers.ts';
import type { Alternatives } from './use-alternatives.ts';

interface DidYouMeanProps {
  readonly spelling: NonNullable<Alternatives['spelling']>;
  readonly onSearch: (query: string) => void;
}

export function DidYouMean({ spelling, onSearch }: DidYouMeanProps) {
  const { query, changed, count, isExact } = spelling;
  return (
    <p className="did-you-mean">
      Did you mean{' '}
      <button type="button" className="link link-button" onClick={() => onSearch(query)}>
        {piecesOf(query, changed).map(({ at, text, isChanged }) => (isChanged ? <b key={at}>{text}</b> : text))}
      </button>
      ?{' '}
      <span className="t3 num">
        {isExact ? counted(count, 'article', 'articles') : `${exactCount(count)}+ articles`}
      </span>
    </p>
  );
}

function piecesOf(query: string, changed: readonly string[]) {
  let at = 0;
  return query.split(/([\p{L}\p{N}\p{M}]+)/u).map((text) => {
    const piece = { at, text, isChanged: changed.includes(text) };
    at += text.length;
    return piece;
  });
}
