/** The bar of the pages about subscriptions: their tabs, Refresh all and Add feed. */
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { PageTabs } from '../ui/page-tabs.tsx';
import { runCommand } from './commands.ts';
import { navigate, type ScreenName } from './navigation.ts';
import { toggleSidebar } from './panes.ts';
import './subscriptions-bar.css';

/** The pages about what you follow, side by side. */
export const subscriptionPages: readonly { readonly id: ScreenName; readonly label: string }[] = [
  { id: 'subscriptions', label: 'Feeds' },
  { id: 'catalogue', label: 'Catalogue' },
  { id: 'import', label: 'Import and export' },
];

export function SubscriptionsBar({ present }: { readonly present: ScreenName }) {
  return (
    <header className="bar">
      <IconButton icon="sidebar" label="Show sidebar" className="only-narrow only-unsided" onPress={toggleSidebar} />
      <h1 className="bar-title">Subscriptions</h1>
      <PageTabs
        label="Subscriptions"
        pages={subscriptionPages}
        present={present}
        onOpen={(screen) => navigate({ screen })}
      />
      <span className="grow" />
      <Button
        size="sm"
        icon="refresh"
        className="hide-narrow bar-refresh"
        onPress={() => void runCommand('refresh.all')}
      >
        Refresh all
      </Button>
      <Button
        size="sm"
        kind="primary"
        icon="plus"
        aria-label="Add feed"
        className="bar-add"
        onPress={() => void runCommand('feed.add')}
      >
        <span className="hide-phone">Add feed</span>
      </Button>
    </header>
  );
}
