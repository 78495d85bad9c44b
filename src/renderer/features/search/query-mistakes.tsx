/** What of the query was not searched for, and why: the rest runs all the same. */
import { Icon } from '../../ui/icon.tsx';
import type { ParsedQuery } from './use-parsed.ts';

/** More than these at once is no help. */
const mostShown = 4;

export function QueryMistakes({ id, parsed }: { readonly id: string; readonly parsed: ParsedQuery }) {
  const { ignored } = parsed;
  // An empty field needs no help: the page itself says how to begin.
  const hint = parsed.query.trim() === '' ? null : parsed.hint;
  if (ignored.length === 0 && hint === null) return null;
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
      {hint !== null && <li className="t2">{hint}</li>}
    </ul>
  );
}
