/** What of the query was not searched for, and why: over the page, for the rest runs all the same. */
import { Icon } from '../../ui/icon.tsx';
import type { ParsedText } from './query-parts.ts';

/** More than these at once is no help. */
const mostShown = 4;

export function QueryMistakes({ id, ignored }: { readonly id: string; readonly ignored: ParsedText['ignored'] }) {
  const left = ignored.length - mostShown;
  return (
    <ul className="sq-wrong" id={id}>
      {ignored.slice(0, mostShown).map(({ text, at, why }) => (
        <li key={`${at}-${why}`}>
          <Icon name="warn" size="s" />
          <span>
            <b className="mono">{text.length > 40 ? `${text.slice(0, 40)}…` : text}</b> {why}
          </span>
        </li>
      ))}
      {left > 0 && <li className="t3">And {left} more.</li>}
    </ul>
  );
}
