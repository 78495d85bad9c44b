/** How the window looks. */
import type { Settings } from '../../../contract/settings.ts';
import { AccentPicker } from './accent-picker.tsx';
import { setSettings } from './change-setting.ts';
import { isDesktop } from './desktop.ts';
import { asChoices, type NumberChoice, nearestChoice } from './nearest-choice.ts';
import { ChoiceRow, type PageProps, SettingRow, SwitchRow } from './setting-rows.tsx';
import { ThemePicker } from './theme-picker.tsx';

type Choices<Value> = readonly { readonly value: Value; readonly label: string }[];

const densities: Choices<Settings['density']> = [
  { value: 'compact', label: 'Compact' },
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'cards', label: 'Cards' },
];

const counts: Choices<Settings['sidebarCounts']> = [
  { value: 'all', label: 'All' },
  { value: 'folders', label: 'Folders only' },
  { value: 'none', label: 'None' },
];

const sizes: readonly NumberChoice[] = [0.9, 1, 1.1, 1.25].map((amount) => ({
  amount,
  label: `${Math.round(amount * 100)}%`,
}));

const motions: Choices<Settings['reduceMotion']> = [
  { value: 'system', label: 'System' },
  { value: 'always', label: 'On' },
];

export function AppearancePage({ settings }: PageProps) {
  return (
    <>
      <ThemePicker theme={settings.theme} />
      <div className="opts-apart">
        <SettingRow
          name="Accent"
          about="Used for selection, focus and unread dots"
          alias="colour pine ink claret plum match system"
        >
          <AccentPicker accent={settings.accent} />
        </SettingRow>
        <ChoiceRow
          name="List density"
          value={settings.density}
          choices={densities}
          onChange={(density) => setSettings({ density })}
        />
        <SwitchRow
          name="Pictures in lists"
          isOn={settings.showPictures}
          onChange={(showPictures) => setSettings({ showPictures })}
        />
        <SwitchRow
          name="Pictures in articles"
          isOn={settings.showArticlePictures}
          onChange={(showArticlePictures) => setSettings({ showArticlePictures })}
        />
        <ChoiceRow
          name="Sidebar counts"
          about="Unread numbers beside feeds and folders"
          value={settings.sidebarCounts}
          choices={counts}
          onChange={(sidebarCounts) => setSettings({ sidebarCounts })}
        />
        {isDesktop && (
          <ChoiceRow
            name="Interface size"
            about="Of the whole window; articles have a text size of their own"
            alias="zoom scale larger smaller"
            value={nearestChoice(sizes, settings.interfaceSize)}
            choices={asChoices(sizes)}
            onChange={(value) => setSettings({ interfaceSize: Number(value) })}
          />
        )}
        <ChoiceRow
          name="Reduce motion"
          about="Follows the system unless you choose"
          value={settings.reduceMotion}
          choices={motions}
          onChange={(reduceMotion) => setSettings({ reduceMotion })}
        />
      </div>
    </>
  );
}
