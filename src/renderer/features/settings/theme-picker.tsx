/** The four themes as small pictures of the window. */
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { Settings } from '../../../contract/settings.ts';
import { setSettings } from './change-setting.ts';
import { useIsFound } from './find-setting.ts';

const themes = [
  { theme: 'system', name: 'System' },
  { theme: 'light', name: 'Light' },
  { theme: 'paper', name: 'Paper' },
  { theme: 'dark', name: 'Dark' },
] as const satisfies readonly { readonly theme: Settings['theme']; readonly name: string }[];

export function ThemePicker({ theme }: { readonly theme: Settings['theme'] }) {
  if (!useIsFound('Theme light dark paper system night colours')) return null;
  return (
    <RadioGroup
      className="tpick opt-like"
      aria-label="Theme"
      orientation="horizontal"
      value={theme}
      onChange={(next) => setSettings({ theme: next as Settings['theme'] })}
    >
      {themes.map((choice) => (
        <Radio key={choice.theme} value={choice.theme} className={`tp tp-${choice.theme}`}>
          <i aria-hidden="true" />
          {choice.name}
        </Radio>
      ))}
    </RadioGroup>
  );
}
