/**
 * A feed's own settings as stored. The contract checks what comes in; here defaults are only filled in, without the
 * checking library, which would cost each worker thread some 10 MB.
 */

import type { FeedSettings } from '../../../contract/feeds.ts';
import { storedJson } from '../../lib/stored-json.ts';

export const defaultFeedSettings: FeedSettings = {
  paused: false,
  intervalMinutes: null,
  fullText: 'usual',
  hideFromToday: false,
  notify: false,
  ownStories: false,
  direction: 'auto',
  keepDays: null,
  keepCount: null,
  keepMegabytes: null,
  dailyCap: null,
};

export function readFeedSettings(json: string): FeedSettings {
  const stored = storedJson<Partial<FeedSettings>>(json, {});
  return { ...defaultFeedSettings, ...stored, fullText: fullTextOf(stored.fullText) };
}

/** Earlier versions, whose steps can be undone still, knew yes and no. */
function fullTextOf(stored: FeedSettings['fullText'] | boolean | undefined): FeedSettings['fullText'] {
  if (typeof stored === 'string') return stored;
  return stored === true ? 'always' : defaultFeedSettings.fullText;
}
