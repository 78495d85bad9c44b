/** The menu of a link in an article's text. */
import { copyText, openLink } from '../../app/article-actions.ts';
import { navigate } from '../../app/navigation.ts';
import { openOverlay } from '../../app/overlays.ts';
import { withoutTracking } from '../../lib/without-tracking.ts';
import type { MenuGroups } from '../../ui/menu.tsx';

export function linkMenu(address: string): MenuGroups {
  const site = URL.canParse(address) ? new URL(address).origin : address;
  return [
    [
      { id: 'open', icon: 'ext', label: 'Open', run: () => openLink(address) },
      { id: 'copy', icon: 'link', label: 'Copy link', run: () => void copyText(address, 'Link copied') },
      {
        id: 'clean',
        label: 'Copy without tracking',
        disabled: withoutTracking(address) === address,
        run: () => void copyText(withoutTracking(address), 'Link copied without tracking'),
      },
    ],
    [
      {
        id: 'search',
        icon: 'search',
        label: 'Search archive for it',
        run: () => navigate({ screen: 'search', argument: new URL(address).hostname }),
      },
      {
        id: 'subscribe',
        icon: 'plus',
        label: 'Subscribe to this site',
        run: () => openOverlay('add-feed', site),
      },
    ],
  ];
}
