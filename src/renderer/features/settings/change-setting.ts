/** Changes settings from their pages: at once, and with a way back where a change is not seen where it is made. */
import type { Settings } from '../../../contract/settings.ts';
import { setSettings } from '../../app/set-settings.ts';
import { toastFailure } from '../../app/undo.ts';
import { changeSettings, settingsNow } from '../../client/settings.ts';
import { showToast } from '../../ui/toast.tsx';

export { setSettings };

/** For what works later and out of sight: `done` says what will be so now, and Undo takes it back. */
export function setWithUndo(change: Partial<Settings>, done: string): void {
  const before = settingsNow();
  void changeSettings(change).then((failure) => {
    if (failure) toastFailure(failure);
    else if (before)
      showToast({ text: done, action: { label: 'Undo', run: () => setSettings(partOf(before, change)) } });
  });
}

/** What the settings were, of those that a change names. */
function partOf(before: Settings, change: Partial<Settings>): Partial<Settings> {
  return Object.fromEntries(Object.entries(before).filter(([name]) => name in change));
}
