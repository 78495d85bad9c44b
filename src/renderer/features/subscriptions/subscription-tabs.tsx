/** The four pages about what you follow, side by side. */
import { navigate, type ScreenName } from '../../app/navigation.ts';
import { PageTabs } from '../../ui/page-tabs.tsx';

const pages: readonly { readonly id: ScreenName; readonly label: string }[] = [
  { id: 'subscriptions', label: 'Feeds' },
  { id: 'catalogue', label: 'Catalogue' },
  { id: 'import', label: 'Import and export' },
  { id: 'rules', label: 'Rules' },
];

export function SubscriptionTabs() {
  return (
    <PageTabs
      label="Subscriptions"
      pages={pages}
      present="subscriptions"
      onOpen={(screen) => navigate({ screen, argument: null })}
    />
  );
}
