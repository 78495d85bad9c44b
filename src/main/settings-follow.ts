/** The settings as the shell needs them: at hand without asking, and followed as they change. */

import type { Transport } from '../contract/client.ts';
import { type Settings, settingsFrom } from '../contract/settings.ts';

export interface FollowedSettings {
  readonly current: () => Settings;
  /** Hears of each change once `current` gives it. */
  readonly onChange: (hear: () => void) => void;
}

export async function followSettings(core: Transport): Promise<FollowedSettings> {
  const listeners: (() => void)[] = [];
  const read = await core.call('settings.get', {});
  let current: Settings = settingsFrom(read.ok ? read.value : {});
  core.on((event) => {
    if (event.type !== 'settings-changed') return;
    current = event.settings;
    for (const hear of listeners) hear();
  });
  return { current: () => current, onChange: (hear) => void listeners.push(hear) };
}
