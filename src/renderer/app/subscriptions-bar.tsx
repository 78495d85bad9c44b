/** The bar of the four pages about subscriptions: their tabs, Refresh all and Add feed. */
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { runCommand } from './commands.ts';
import { navigate, type ScreenName } from './navigation.ts';
import { toggleSidebar } from './panes.ts';
import './subscriptions-bar.css';

const tabs: readonly { readonly screen: ScreenName; readonly label: string }[] = [
  { screen: 'subscriptions', label: 'Feeds' },
  { screen: 'catalogue', label: 'Catalogue' },
  { screen: 'import', label: 'Import and export' },
  { screen: 'rules', label: 'Rules' },
];

export function SubscriptionsBar({ present }: { readonly present: ScreenName }) {
  return (
    <header className="bar">
      <IconButton icon="sidebar" label="Show sidebar" className="only-narrow only-unsided" onPress={toggleSidebar} />
      <h1 className="bar-title">Subscriptions</h1>
      <nav className="tabs" aria-label="Subscriptions">
        {tabs.map(({ screen, label }) => (
          <button
            key={screen}
            type="button"
            {...(screen === present ? { 'aria-current': 'page' } : {})}
            onClick={() => navigate({ screen })}
          >
            {label}
          </button>
        ))}
      </nav>
      <span className="grow" />
      <Button size="sm" icon="refresh" className="hide-narrow" onPress={() => void runCommand('refresh.all')}>
        Refresh all
      </Button>
      <Button size="sm" kind="primary" icon="plus" className="bar-add" onPress={() => void runCommand('feed.add')}>
        Add feed
      </Button>
    </header>
  );
}
