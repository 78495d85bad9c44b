/** The pages about what you follow, side by side. */
import { navigate } from '../../app/navigation.ts';
import { subscriptionPages } from '../../app/subscriptions-bar.tsx';
import { PageTabs } from '../../ui/page-tabs.tsx';

export function SubscriptionTabs() {
  return (
    <PageTabs
      label="Subscriptions"
      pages={subscriptionPages}
      present="subscriptions"
      onOpen={(screen) => navigate({ screen, argument: null })}
    />
  );
}
