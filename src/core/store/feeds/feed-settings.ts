/**
 * A feed's own settings as stored. The contract checks what comes in; here defaults are only filled in, without the
 * checking library, which would cost each worker thread some 10 MB.
 */

import type { FeedSettings } from '../../../contract/feeds.ts';
import { storedJson } from '../../lib/stored-json.ts';

export const defaultFeedSettings: FeedSettings = {
  paused: false,
  intervalMinutes: null,
  fullText: false,
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
  return { ...defaultFeedSettings, ...storedJson<Partial<FeedSettings>>(json, {}) };
}
