/** The ways to a screen that several pictures share. */
import { expect } from '@playwright/test';
import { call } from '../support/pages/call.ts';
import { FrontPage } from '../support/pages/front-page.ts';
import type { Reader } from '../support/pages/reader.ts';

export async function keys(reader: Reader, ...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) await reader.press(key);
}

/** Does what the command of this title does, from the palette. */
export async function command(reader: Reader, title: string): Promise<void> {
  await reader.press('Control+k');
  await reader.page.getByRole('combobox', { name: 'Search or jump to' }).fill(title);
  await reader.page.getByRole('option', { name: title }).first().click();
}

/** Waits until every feed of the sample has come in and the edition was made of all of them. */
export async function settled(reader: Reader): Promise<void> {
  await new FrontPage(reader.page).openWhole();
  await call(reader.page, 'settings.set', { refreshOnStart: false, refreshMinutes: null });
}

/** Opens the article whose headline begins so, in the list of its feed. */
export async function openArticle(reader: Reader, feed: string, headline?: RegExp): Promise<void> {
  await call(reader.page, 'settings.set', { density: 'comfortable' });
  await reader.show(feed);
  const row = headline ? reader.rows.filter({ hasText: headline }) : reader.rows;
  await row.first().click();
  await expect(reader.body).not.toBeEmpty();
}

/** The story that the most sources of the sample report. */
export async function openStory(reader: Reader): Promise<void> {
  await keys(reader, 'g', 't');
  await reader.page.getByRole('button', { name: 'Compare coverage', exact: true }).first().click();
  await expect(reader.page.getByRole('region', { name: 'Story', exact: true })).toBeVisible();
}
