import { expect, it } from 'vitest';
import { feedSettings } from '../../contract/feeds.ts';
import { settings } from '../../contract/settings.ts';
import { defaultSettings } from './default-settings.ts';
import { defaultFeedSettings } from './feeds/feed-settings.ts';

it('the store fills in the same settings as the contract', () => {
  expect(defaultSettings).toEqual(settings.parse({}));
  expect(defaultFeedSettings).toEqual(feedSettings.parse({}));
});
