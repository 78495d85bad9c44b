/** The themes on their page, as long as the words that are searched for fit. */
import type { Settings } from '../../../contract/settings.ts';
import { ThemeRadios } from '../../ui/theme-radios.tsx';
import { setSettings } from './change-setting.ts';
import { useIsFound } from './find-setting.ts';

export function ThemePicker({ theme }: { readonly theme: Settings['theme'] }) {
  if (!useIsFound('Theme light dark paper system night colours')) return null;
  return <ThemeRadios theme={theme} onChange={(next) => setSettings({ theme: next })} className="opt-like" />;
}
