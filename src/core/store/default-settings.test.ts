import { expect, it } from 'vitest';
import { feedSettings } from '../../contract/feeds.ts';
import { settings } from '../../contract/settings.ts';
import { mustBeOk, testCore } from '../../testing/test-core.ts';
import { defaultSettings, settingBounds, settingsWithNone } from './default-settings.ts';
import { defaultFeedSettings } from './feeds/feed-settings.ts';

it('the store fills in the same settings as the contract', () => {
  expect(defaultSettings).toEqual(settings.parse({}));
  expect(defaultFeedSettings).toEqual(feedSettings.parse({}));
});

it('a setting that can be switched off comes back as it was set, on and off', async () => {
  const names = Object.entries(settings.shape).filter(([, schema]) => schema.safeParse(null).success);
  expect(names.map(([name]) => name)).toEqual([...settingsWithNone]);
  const { call } = await testCore();
  for (const value of [20, null]) {
    const change = Object.fromEntries(names.map(([name]) => [name, value]));
    expect(mustBeOk(await call('settings.set', change))).toMatchObject(change);
  }
  const others = { keys: { 'article.next': 'J' }, readScale: 1.2, forYou: false, theme: 'dark' } as const;
  expect(mustBeOk(await call('settings.set', others))).toMatchObject(others);
});

it('the store takes the same numbers as the contract', () => {
  const numbers = Object.entries(settings.shape).filter(([, schema]) =>
    [1, 1.5, 35].some((one) => schema.safeParse(one).success),
  );
  for (const [name, schema] of numbers) {
    const [least, most] = settingBounds[name as keyof typeof settingBounds] ?? [Number.NaN, Number.NaN];
    const taken = [least, most, least - 1, most + 1].map((value) => schema.safeParse(value).success);
    expect([name, ...taken]).toEqual([name, true, true, false, false]);
  }
  expect(numbers.map(([name]) => name).sort()).toEqual(Object.keys(settingBounds).sort());
});
