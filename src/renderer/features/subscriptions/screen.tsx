/** Subscriptions: every feed with how it is doing, what can be done about it, and its details beside the table. */
import { useRef, useState } from 'react';
import { runCommand } from '../../app/commands.ts';
import { refresh } from '../../app/feed-actions.ts';
import { navigate, type ScreenProps } from '../../app/navigation.ts';
import { openOverlay } from '../../app/overlays.ts';
import { toggleSidebar } from '../../app/panes.ts';
import { useAsk } from '../../client/use-ask.ts';
import { useFocusKept } from '../../lib/use-focus-kept.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { FeedDetails } from './feed-details.tsx';
import { FeedFilters } from './feed-filters.tsx';
import { FeedTable } from './feed-table.tsx';
import { MoveFeedsDialog } from './move-feeds-dialog.tsx';
import { SubscriptionTabs } from './subscription-tabs.tsx';
import { useFeedTable } from './use-feed-table.ts';
import './subscriptions.css';
import './subscriptions-narrow.css';
import './feed-details.css';

export function Screen({ argument }: ScreenProps) {
  return (
    <>
      <header className="bar">
        <IconButton icon="sidebar" label="Show sidebar" className="only-narrow" onPress={toggleSidebar} />
        <h1 className="bar-title">Subscriptions</h1>
        <SubscriptionTabs />
        <span className="grow" />
        <Button size="sm" icon="refresh" className="hide-narrow" onPress={() => refresh()}>
          Refresh all
        </Button>
        <FilesMenu />
        <Button size="sm" kind="primary" icon="plus" onPress={() => openOverlay('add-feed')}>
          Add feed
        </Button>
      </header>
      <Page argument={argument} />
    </>
  );
}

function FilesMenu() {
  const groups = [
    [
      { id: 'import', icon: 'import', label: 'Import OPML…', run: () => navigate({ screen: 'import' }) },
      { id: 'export', icon: 'export', label: 'Export OPML', run: () => void runCommand('subscriptions.export') },
    ],
  ] as const;
  return (
    <MenuButton label="Import and export" groups={groups}>
      <IconButton icon="more" label="Import and export" />
    </MenuButton>
  );
}

function Page({ argument }: ScreenProps) {
  const answer = useAsk('feeds.list', {});
  const isSlow = useSlow(answer.isPending);
  if (answer.isError) {
    return (
      <Empty
        icon="warn"
        title="The feeds cannot be shown"
        actions={<Button onPress={() => void answer.refetch()}>Try again</Button>}
      >
        {answer.error.message}
      </Empty>
    );
  }
  if (!answer.data) return isSlow ? <SkeletonRows rows={8} /> : null;
  if (answer.data.length === 0) return <NoFeeds />;
  return <Feeds argument={argument} />;
}

function NoFeeds() {
  return (
    <Empty
      icon="plus"
      title="No subscriptions yet"
      actions={
        <>
          <Button kind="primary" onPress={() => openOverlay('add-feed')}>
            Add feed
          </Button>
          <Button onPress={() => navigate({ screen: 'catalogue' })}>Catalogue</Button>
          <Button onPress={() => navigate({ screen: 'import' })}>Import OPML</Button>
        </>
      }
    >
      Paste the address of a site you like, or pick from the catalogue.
    </Empty>
  );
}

function Feeds({ argument }: ScreenProps) {
  const table = useFeedTable();
  const [moved, setMoved] = useState<readonly (typeof table.shown)[number][] | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useFocusKept(box, (lost) => landingIn(box.current, lost));
  const open = argument === null ? undefined : table.all.find(({ id }) => String(id) === argument);
  return (
    <div className="subs" ref={box}>
      <div className="subs-table">
        <FeedFilters table={table} />
        {table.selected.length > 0 && <BulkBar table={table} onMove={setMoved} />}
        {table.shown.length > 0 ? (
          <FeedTable table={table} openId={open?.id ?? null} onMove={setMoved} />
        ) : (
          <Empty icon="search" title="No feed matches" actions={<Button onPress={table.showAll}>Show all</Button>}>
            {table.words ? `Nothing in this list has “${table.words.trim()}”.` : 'This list is empty.'}
          </Empty>
        )}
      </div>
      {open && <FeedDetails key={open.id} feed={open} onMove={setMoved} />}
      {moved && <MoveFeedsDialog feeds={moved} onClose={() => setMoved(null)} />}
    </div>
  );
}

/** Where the focus goes that went with a row, with a part of the details or with the bar of the ticked feeds. */
function landingIn(box: HTMLElement | null, lost: readonly Element[]): HTMLElement | null | undefined {
  const details = box?.querySelector<HTMLElement>('.subs-details');
  if (details && lost.includes(details)) return details;
  const lostRow = lost.find((element) => element.matches('tr[data-position]'));
  const at = lostRow instanceof HTMLElement ? Number(lostRow.dataset.position) : 0;
  const rows = [...(box?.querySelectorAll<HTMLElement>('tr[data-position]') ?? [])];
  const row = rows.findLast(({ dataset }) => Number(dataset.position) <= at) ?? rows[0];
  return row?.querySelector<HTMLElement>('[data-part="name"]') ?? box?.querySelector<HTMLElement>('.subs-find input');
}
