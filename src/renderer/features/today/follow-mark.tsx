/** Marks what belongs to a story that the reader follows, and how much came since the last visit. */
import type { EditionRow } from '../../../contract/edition.ts';
import { exactCount } from '../../lib/numbers.ts';
import { Icon } from '../../ui/icon.tsx';

export function FollowMark({ row }: { readonly row: EditionRow }) {
  if (!row.followed) return null;
  return (
    <span className="dot num">
      <span className="follow-mark">
        <Icon name="bell" />
        {row.addedSinceVisit > 0 ? `Followed, ${exactCount(row.addedSinceVisit)} new` : 'Followed'}
      </span>
    </span>
  );
}
