/** The reader's settings: read anywhere, changed at once on the screen and then in the library. */
import type { Settings } from '../../contract/settings.ts';
import { client, queryClient } from './client.ts';
import { askKey, useAsk } from './use-ask.ts';

const key = askKey('settings.get', {});

/** undefined until the first answer. */
export function useSettings(): Settings | undefined {
  return useAsk('settings.get', {}).data;
}

export function settingsNow(): Settings | undefined {
  return queryClient.getQueryData<Settings>(key);
}

/** Answers what went wrong in a sentence, or undefined. */
export async function changeSettings(change: Partial<Settings>): Promise<string | undefined> {
  const before = settingsNow();
  if (before) queryClient.setQueryData<Settings>(key, { ...before, ...change });
  const result = await client.call('settings.set', change);
  if (result.ok) {
    queryClient.setQueryData<Settings>(key, result.value);
    return undefined;
  }
  if (before) queryClient.setQueryData<Settings>(key, before);
  return result.error.message;
}
