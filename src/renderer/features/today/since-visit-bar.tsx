/** "Since last visit" with nothing new says so; what stands below it is there already. */
import { runCommand } from '../../app/commands.ts';
import { useIsRefreshing } from '../../client/library.ts';
import { timeAndDay } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';

export function SinceVisitBar({ since }: { readonly since: number }) {
  const now = useNow();
  const isRefreshing = useIsRefreshing();
  return (
    <div className="catch" role="status">
      <span className="num catch-words">
        <b>Nothing new since {timeAndDay(since, now)}.</b>{' '}
        <span className="x">
          {isRefreshing ? 'Your feeds are being fetched now.' : 'What you had not read stands below.'}
        </span>
      </span>
      <span className="grow" />
      {!isRefreshing && (
        <Button size="sm" onPress={() => void runCommand('refresh.all')}>
          Refresh
        </Button>
      )}
    </div>
  );
}
