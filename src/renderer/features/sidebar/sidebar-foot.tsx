/** The foot of the sidebar: how far the refresh is, or when a feed last answered; a click shows it feed by feed. */

import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { runCommand } from '../../app/commands.ts';
import { useNetwork } from '../../app/network-truth.tsx';
import { footWords } from '../../app/network-words.ts';
import { useFeedCount, useIsRefreshing, useRefreshState } from '../../client/library.ts';
import { usePart } from '../../client/use-part.ts';
import { counted, exactCount } from '../../lib/numbers.ts';
import { clockTime, shortAge } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { RefreshDetail } from './refresh-detail.tsx';
import { stopRefreshing } from './stop-refreshing.ts';

const dayMs = 86_400_000;

export function SidebarFoot() {
  const isRunning = useIsRefreshing();
  return (
    <div className="side-foot">
      {isRunning && <Progress />}
      {isRunning && <Icon name="refresh" size="s" />}
      <DialogTrigger>
        <Button className="foot-detail num">
          <FootText />
        </Button>
        <Popover className="pop" placement="top start" offset={8}>
          <Dialog className="refresh-detail" aria-label="Refresh, feed by feed">
            <RefreshDetail />
          </Dialog>
        </Popover>
      </DialogTrigger>
      {/* One button that changes: pressed, it keeps the focus. */}
      <IconButton
        icon={isRunning ? 'x' : 'refresh'}
        small={isRunning}
        label={isRunning ? 'Stop refreshing' : 'Refresh all'}
        keys={isRunning ? undefined : 'Shift R'}
        onPress={() => (isRunning ? stopRefreshing() : void runCommand('refresh.all'))}
      />
      {!isRunning && (
        <IconButton icon="gear" label="Settings" keys="Ctrl ," onPress={() => void runCommand('go.settings')} />
      )}
    </div>
  );
}

function Progress() {
  const share = usePart('refresh.status', ({ done, total }) => (total > 0 ? done / total : 0)) ?? 0;
  return <i className="prog" style={{ width: `${share * 100}%` }} />;
}

function FootText() {
  const refresh = useRefreshState();
  const network = useNetwork();
  const feeds = useFeedCount();
  const now = useNow();
  if (refresh?.running) return `Refreshing ${exactCount(refresh.done)} of ${exactCount(refresh.total)}`;
  const trouble = footWords(network);
  if (trouble !== null) return trouble;
  const answered = network.lastSuccessAt;
  if (answered === null) return counted(feeds, 'feed', 'feeds');
  return (
    <>
      {counted(feeds, 'feed', 'feeds')}
      <span className="hide-tight"> · updated</span>{' '}
      <span className="t3">{now - answered < dayMs ? clockTime(answered) : shortAge(answered, now)}</span>
    </>
  );
}
