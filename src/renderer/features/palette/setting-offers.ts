/** Settings in the palette: each value that can be set at once, and the pages on which all the others are. */
import type { Settings } from '../../../contract/settings.ts';

type Value = Settings[keyof Settings];

export interface SettingOffer {
  readonly id: string;
  readonly title: string;
  readonly alias: string;
  /** What choosing it sets; absent: it opens `page`. */
  readonly change?: Partial<Settings>;
  /** A page of the settings. */
  readonly page: string;
  /** It is set so already. */
  readonly isSet: boolean;
}

interface Choice {
  readonly key: keyof Settings;
  readonly page: string;
  readonly alias: string;
  readonly values: readonly (readonly [value: Value, title: string, alias?: string])[];
}

const choices: readonly Choice[] = [
  {
    key: 'theme',
    page: 'appearance',
    alias: 'appearance colours colors mode',
    values: [
      ['dark', 'Dark theme', 'night black evening'],
      ['light', 'Light theme', 'white bright day'],
      ['paper', 'Paper theme', 'sepia warm'],
      ['system', 'System theme'],
    ],
  },
  {
    key: 'density',
    page: 'appearance',
    alias: 'density rows layout view appearance',
    values: [
      ['compact', 'Compact list'],
      ['comfortable', 'Comfortable list'],
      ['cards', 'Cards in lists'],
    ],
  },
  {
    key: 'accent',
    page: 'appearance',
    alias: 'colour color highlight appearance',
    values: [
      ['pine', 'Accent: pine'],
      ['ink', 'Accent: ink'],
      ['claret', 'Accent: claret'],
      ['plum', 'Accent: plum'],
      ['system', 'Accent: system'],
    ],
  },
  {
    key: 'showPictures',
    page: 'appearance',
    alias: 'images photos thumbnails',
    values: [
      [false, 'Pictures in lists: hide'],
      [true, 'Pictures in lists: show'],
    ],
  },
  {
    key: 'showArticlePictures',
    page: 'appearance',
    alias: 'images photos',
    values: [
      [false, 'Pictures in articles: hide'],
      [true, 'Pictures in articles: show'],
    ],
  },
  {
    key: 'reduceMotion',
    page: 'appearance',
    alias: 'animation animations movement',
    values: [
      ['always', 'Reduce motion: on'],
      ['system', 'Reduce motion: system'],
    ],
  },
  {
    key: 'readingFont',
    page: 'reading',
    alias: 'typeface text reading serif',
    values: [
      ['newsreader', 'Font: Newsreader'],
      ['source-serif', 'Font: Source Serif'],
      ['literata', 'Font: Literata'],
      ['inter', 'Font: Inter'],
    ],
  },
  {
    key: 'justify',
    page: 'reading',
    alias: 'hyphenate hyphenation align alignment text',
    values: [
      [true, 'Justified text: on'],
      [false, 'Justified text: off'],
    ],
  },
  {
    key: 'fullText',
    page: 'reading',
    alias: 'whole article fetch',
    values: [
      ['always', 'Full text: always'],
      ['short', 'Full text: when the feed’s is short'],
      ['never', 'Full text: never'],
    ],
  },
  {
    key: 'markReadAfterSeconds',
    page: 'reading',
    alias: 'automatically seconds opened',
    values: [
      [0, 'Mark articles read at once'],
      [1, 'Mark articles read after 1 second'],
      [3, 'Mark articles read after 3 seconds'],
      [null, 'Mark articles read by hand'],
    ],
  },
  {
    key: 'markReadOnScroll',
    page: 'reading',
    alias: 'scrolling automatically',
    values: [
      [true, 'Mark read when scrolled past: on'],
      [false, 'Mark read when scrolled past: off'],
    ],
  },
  {
    key: 'order',
    page: 'reading',
    alias: 'sort order chronological',
    values: [
      ['newest', 'Newest first'],
      ['oldest', 'Oldest first'],
    ],
  },
  {
    key: 'saveData',
    page: 'refresh',
    alias: 'battery metered network mobile',
    values: [
      [true, 'Save data: on'],
      [false, 'Save data: off'],
    ],
  },
  {
    key: 'refreshOnStart',
    page: 'refresh',
    alias: 'fetch update launch',
    values: [
      [true, 'Refresh at start: on'],
      [false, 'Refresh at start: off'],
    ],
  },
  {
    key: 'singleKeyShortcuts',
    page: 'shortcuts',
    alias: 'keyboard letters hotkeys',
    values: [
      [true, 'Single-key shortcuts: on'],
      [false, 'Single-key shortcuts: off'],
    ],
  },
  {
    key: 'forYou',
    page: 'today',
    alias: 'recommendations personal ranking',
    values: [
      [true, 'For you: on'],
      [false, 'For you: off'],
    ],
  },
];

/** Rows and pages of the settings by name: [page, title, other words]. */
const rows: readonly (readonly [page: string, title: string, alias: string])[] = [
  ['appearance', 'Theme and accent', 'appearance look colours colors'],
  ['appearance', 'Appearance settings', 'look colours colors theme style'],
  ['reading', 'Reading settings', 'font typeface text language'],
  ['reading', 'Size of text and font', 'typeface larger smaller zoom'],
  ['reading', 'Line width and spacing', 'measure column leading margin'],
  ['today', 'Today settings', 'front page edition morning budget minutes'],
  ['refresh', 'Refresh settings', 'interval schedule how often frequency fetch update proxy network'],
  ['storage', 'Storage settings', 'disk space size cache clean retention'],
  ['storage', 'Backups', 'back up restore copy safety'],
  ['storage', 'Restore a backup', 'recover'],
  ['storage', 'Keep articles for', 'retention delete old cleanup clean days'],
  ['privacy', 'Privacy settings', 'tracking telemetry cookies security'],
  ['shortcuts', 'Shortcut settings', 'keys keyboard hotkeys change rebind remap'],
  ['about', 'About Broadsheet', 'version licence license help library folder'],
];

export function settingOffers(settings: Settings): readonly SettingOffer[] {
  const values = choices.flatMap(({ key, page, alias, values: all }) =>
    all.map(([value, title, own = '']) => ({
      id: `set-${key}-${String(value)}`,
      title,
      alias: `${alias} ${own}`,
      page,
      change: { [key]: value } as Partial<Settings>,
      isSet: settings[key] === value,
    })),
  );
  const pages = rows.map(([page, title, alias], at) => ({
    id: `page-${page}-${at}`,
    title,
    alias,
    page,
    isSet: false,
  }));
  return [...values, ...pages];
}
