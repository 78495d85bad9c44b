/** The pages of the settings, in their order. */
import type { ComponentType } from 'react';
import type { IconName } from '../../ui/icon-paths.ts';
import { AboutPage } from './about-page.tsx';
import { AppearancePage } from './appearance-page.tsx';
import { NotificationsPage } from './notifications-page.tsx';
import { PrivacyPage } from './privacy-page.tsx';
import { ReadingPage } from './reading-page.tsx';
import { RefreshPage } from './refresh-page.tsx';
import type { PageProps } from './setting-rows.tsx';
import { ShortcutsPage } from './shortcuts-page.tsx';
import { StoragePage } from './storage-page.tsx';
import { TodayPage } from './today-page.tsx';

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly icon: IconName;
  readonly Page: ComponentType<PageProps>;
}

const appearance: Section = { id: 'appearance', title: 'Appearance', icon: 'aa', Page: AppearancePage };

export const sections: readonly Section[] = [
  appearance,
  { id: 'reading', title: 'Reading', icon: 'text', Page: ReadingPage },
  { id: 'today', title: 'Today', icon: 'today', Page: TodayPage },
  { id: 'refresh', title: 'Refresh', icon: 'refresh', Page: RefreshPage },
  { id: 'storage', title: 'Storage', icon: 'disk', Page: StoragePage },
  { id: 'privacy', title: 'Privacy', icon: 'lock', Page: PrivacyPage },
  { id: 'notifications', title: 'Notifications', icon: 'bell', Page: NotificationsPage },
  { id: 'shortcuts', title: 'Shortcuts', icon: 'keys', Page: ShortcutsPage },
  { id: 'about', title: 'About', icon: 'info', Page: AboutPage },
];

/** `argument`: a page's name, with more after a dot that the page itself reads: 'storage.export'. */
export function sectionOf(argument: string | null): Section {
  const [id] = (argument ?? '').split('.');
  return sections.find((section) => section.id === id) ?? appearance;
}
