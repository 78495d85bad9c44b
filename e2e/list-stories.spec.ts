/** Stories in lists: one row that opens in place, walked through by the same keys, and marked together. */
import { call } from './support/pages/call.ts';
import type { Reader } from './support/pages/reader.ts';
import { subscribeToPapers } from './support/pages/same-event.ts';
import { expect, type Publisher, test } from './support/reader.ts';

const newest = 'Eleven ports and one harbour levy';
const inMiddle = 'Skarvik harbour levy: eleven ports sign';
const oldest = 'Eleven ports agree on a harbour levy in Skarvik';

/** Five papers tell one event, each with news of its own besides; All unread is open. */
async function showStory(reader: Reader, publisher: Publisher): Promise<void> {
  await subscribeToPapers(reader, publisher, 5);
  const groups = async () => (await call(reader.page, 'stories.list', {})).stories.map(({ publishers }) => publishers);
  await expect.poll(groups, { timeout: 30_000 }).toContain(5);
  await reader.show('All unread');
  await expect(story(reader)).toContainText('5 reports, 5 unread');
}

const story = (reader: Reader) => reader.list.locator('.art.is-story');
const reports = (reader: Reader) => reader.list.locator('.kid');
const unreadNow = async (reader: Reader) => (await call(reader.page, 'counts.get', {})).all.unread;

test('five reports of one event are one row, and five rows where the reader wants that', async ({
  reader,
  publisher,
}) => {
  await showStory(reader, publisher);
  await expect(reader.rows).toHaveCount(6);
  await expect(story(reader).locator('.stack .fav')).toHaveCount(5);
  const turn = async () => {
    await reader.page.getByRole('button', { name: 'Sort and filter' }).click();
    await reader.page.getByRole('menuitem', { name: 'Stories as one row' }).click();
  };
  await turn();
  await expect(reader.rows).toHaveCount(10);
  await expect(story(reader)).toHaveCount(0);
  await turn();
  await expect(reader.rows).toHaveCount(6);
});

test('arrows open a story in place and close it, and J and K walk through its reports', async ({
  reader,
  publisher,
}) => {
  await showStory(reader, publisher);
  await reader.row(newest).click();
  await expect(reader.headline).toHaveText(newest);
  await reader.press('ArrowRight');
  await expect(reports(reader)).toHaveCount(5);
  await expect(reports(reader).first()).toHaveAttribute('aria-current', 'true');
  await expect(reports(reader).last()).toContainText('The first report');
  await reader.press('j');
  await reader.press('j');
  await expect(reader.headline).toHaveText(inMiddle);
  await expect(reports(reader).nth(2)).toBeFocused();
  await reader.press('k');
  await reader.press('ArrowDown');
  await reader.press('ArrowDown');
  await reader.press('ArrowDown');
  await expect(reader.headline).toHaveText(oldest);
  await reader.press('j');
  await expect(reader.headline).toHaveText('Onions are early this year');
  await reader.press('k');
  await expect(reader.headline).toHaveText(oldest);
  await reader.press('ArrowLeft');
  await expect(reports(reader)).toHaveCount(0);
  await expect(story(reader)).toHaveAttribute('aria-current', 'true');
  await reader.press('j');
  await expect(reader.headline).toHaveText('Onions are early this year');
});

test('M marks one report and Shift M the story, with one step back', async ({ reader, publisher, set }) => {
  await set({ markReadAfterSeconds: null });
  await showStory(reader, publisher);
  await reader.row(newest).click();
  await reader.press('m');
  await expect(story(reader)).toContainText('5 reports, 4 unread');
  await reader.press('Shift+m');
  await expect(reader.toast).toContainText('Marked 4 reports of this story read');
  await expect(story(reader)).toHaveText(/5 reports(?!,)/);
  expect(await unreadNow(reader)).toBe(5);
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(story(reader)).toContainText('5 reports, 4 unread');
});

test('a report that arrives waits, and joins its row when the list is shown anew', async ({ reader, publisher }) => {
  await showStory(reader, publisher);
  const articles = [{ title: 'Harbour levy of the eleven ports', minutesAgo: 0, html: lateText }];
  await reader.subscribe(publisher.print('late.xml', { title: 'Late Post', articles }));
  const size = async () => (await call(reader.page, 'stories.list', {})).stories.map(({ articles: all }) => all.length);
  await expect.poll(size, { timeout: 30_000 }).toContain(6);
  await expect(story(reader)).toContainText('5 reports, 5 unread');
  await expect(reader.newPill).toHaveText('1 new');
  await reader.press('.');
  await expect(story(reader)).toContainText('6 reports, 6 unread');
});

const lateText =
  '<p>The harbour levy that eleven ports signed in Skarvik begins in spring, say the mayors of the eleven ports.</p>';

test('the chevron opens a story, and a report is opened and chosen by the pointer', async ({ reader, publisher }) => {
  await showStory(reader, publisher);
  await story(reader).getByRole('button', { name: 'Show the reports' }).click();
  await reports(reader).nth(2).click();
  await expect(reader.headline).toHaveText(inMiddle);
  await reports(reader)
    .nth(4)
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(reader.page.getByRole('toolbar', { name: '2 selected' })).toBeVisible();
  await reader.press('s');
  await expect(reader.toast).toContainText('Starred 2 articles');
  await reader.press('Escape');
  await reader.list.getByRole('button', { name: 'Compare coverage' }).click();
  await expect(reader.page.getByRole('region', { name: 'Story', exact: true })).toContainText('5 of your 5 sources.');
});
