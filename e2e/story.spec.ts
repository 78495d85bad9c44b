import type { Page } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { call } from './support/pages/call.ts';
import { FrontPage } from './support/pages/front-page.ts';
import { pastFirstRun, type Reader } from './support/pages/reader.ts';
import { subscribeToPapers } from './support/pages/same-event.ts';
import { expect, type Publisher, test } from './support/reader.ts';

/** Five papers tell one event, and its story is open. */
async function openStory(page: Page, publisher: Publisher): Promise<{ reader: Reader; today: FrontPage }> {
  const reader = await pastFirstRun(page);
  const today = new FrontPage(page);
  await subscribeToPapers(reader, publisher, 5);
  await today.openWhole();
  await today.paper.getByRole('button', { name: 'Compare coverage', exact: true }).first().click();
  await expect(board(page)).toContainText('5 of your 5 sources.');
  return { reader, today };
}

const board = (page: Page) => page.getByRole('region', { name: 'Story', exact: true });
const told = (page: Page) => board(page).getByRole('region', { name: 'What each report adds' });
const headlines = (page: Page) => told(page).getByRole('heading', { level: 4 });

test('a story shows who reported it, who was first, and what each report adds to those before it', async ({
  page,
  publisher,
}) => {
  await openStory(page, publisher);
  await expect(headlines(page)).toHaveText([
    'Eleven ports and one harbour levy',
    'Ports sign the Skarvik harbour levy',
    'Skarvik harbour levy: eleven ports sign',
    'Harbour levy agreed by eleven ports at Skarvik',
    'Eleven ports agree on a harbour levy in Skarvik',
  ]);
  await expect(board(page)).toContainText(/First reported .* by Quay Courier, last added 2\d min ago/);
  await expect(told(page).getByRole('article').last()).toContainText('First');
  await expect(told(page).getByRole('article').first()).toContainText(
    'Growers in the delta object to the levy that eleven ports took in Skarvik',
  );
  await told(page).getByRole('radio', { name: 'As it was told' }).press('Space');
  await expect(headlines(page).first()).toHaveText('Eleven ports agree on a harbour levy in Skarvik');
  const about = page.getByRole('complementary', { name: 'About this story' });
  await expect(about).toContainText('Who reported it');
  await expect(about).toContainText('Five of your sources report it');
  // How the page was worked out is nothing that a reader has to see.
  await expect(board(page)).not.toContainText(/grouped|score|trust|vote|×/i);
  await expectAccessible(page, 'story-light-1440');
  await page.setViewportSize({ width: 700, height: 900 });
  await expectAccessible(page, 'story-light-700');
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('an article opens over its story, J goes on to the next, and under it stand the others', async ({
  page,
  publisher,
}) => {
  const { reader, today } = await openStory(page, publisher);
  await told(page).getByRole('link', { name: 'Ports sign the Skarvik harbour levy' }).click();
  await expect(today.headline).toHaveText('Ports sign the Skarvik harbour levy');
  const others = today.article.getByRole('region', { name: 'More on this story' });
  await expect(others.getByRole('link', { name: 'Eleven ports agree on a harbour levy in Skarvik' })).toBeVisible();
  await expect(others.getByRole('time').first()).toHaveText(/ago|min|h$/);
  await expectAccessible(page, 'article-in-story');
  await reader.press('j');
  await expect(today.headline).toHaveText('Skarvik harbour levy: eleven ports sign');
  await reader.press('Escape');
  await expect(told(page).getByRole('link', { name: 'Skarvik harbour levy: eleven ports sign' })).toBeFocused();
});

test('an article that is not this story is taken out of it, and Undo puts it back', async ({ page, publisher }) => {
  const { today } = await openStory(page, publisher);
  await page.getByRole('button', { name: 'About Inland Ledger’s article' }).click();
  await page.getByRole('menuitem', { name: 'Not this story' }).click();
  await expect(headlines(page)).toHaveCount(4);
  await expect(board(page)).toContainText('4 of your 5 sources.');
  await today.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(headlines(page)).toHaveCount(5);
});

test('what is taken out by keyboard leaves the focus on the article at its place', async ({ page, publisher }) => {
  await openStory(page, publisher);
  await page.getByRole('button', { name: 'About Inland Ledger’s article' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Not this story' }).press('Enter');
  await expect(headlines(page)).toHaveCount(4);
  await expect.poll(() => told(page).evaluate((part) => part.contains(document.activeElement))).toBe(true);
});

test('J goes on past the article that leads the story as well', async ({ page, publisher }) => {
  const { reader, today } = await openStory(page, publisher);
  const titles = await headlines(page).allTextContents();
  await told(page).getByRole('link').first().click();
  for (const title of titles) {
    await expect(today.headline).toHaveText(title);
    await reader.press('j');
  }
  // The last of them stands at the head of the page too: the step must not begin again from there.
  await page.waitForTimeout(300);
  await expect(today.headline).toHaveText(titles.at(-1) ?? '');
});

test('who leaves while two stories are merged is not led back', async ({ page, publisher }) => {
  const { reader, today } = await openStory(page, publisher);
  await page.route('**/rpc', async (route) => {
    if (route.request().postData()?.includes('stories.merge')) await new Promise((later) => setTimeout(later, 900));
    await route.continue();
  });
  await page.getByRole('button', { name: 'Merge…' }).click();
  await today.dialog
    .getByRole('button', { name: /^Merge with / })
    .first()
    .click();
  await reader.press('g');
  await reader.press('u');
  await expect(reader.title).toHaveText('All unread');
  await expect(reader.toast).toContainText('one story now');
  await page.waitForTimeout(500);
  await expect(reader.title).toHaveText('All unread');
});

test('articles are split off into a story of their own, and merged with it again', async ({ page, publisher }) => {
  const { today } = await openStory(page, publisher);
  await page.getByRole('button', { name: 'Split an article off…' }).click();
  await today.dialog.getByRole('checkbox', { name: /^Ports sign the Skarvik harbour levy/ }).press('Space');
  await today.dialog.getByRole('checkbox', { name: /^Eleven ports and one harbour levy/ }).press('Space');
  await expectAccessible(page, 'story-split');
  await today.dialog.getByRole('button', { name: 'Split off' }).click();
  await expect(headlines(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Merge…' }).click();
  await today.dialog.getByRole('textbox', { name: 'Find the other story' }).fill('levy');
  await today.dialog
    .getByRole('button', { name: /^Merge with .* levy/ })
    .first()
    .click();
  await expect(headlines(page)).toHaveCount(5);
});

test('a story is marked read as a whole, and Undo takes it back', async ({ page, publisher }) => {
  const { today } = await openStory(page, publisher);
  await page.getByRole('button', { name: 'Mark story read' }).click();
  await expect(today.toast).toContainText('5 articles of the story marked read');
  expect((await call(page, 'counts.get', {})).all.unread).toBe(5);
  await today.toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await call(page, 'counts.get', {})).all.unread).toBe(10);
});

test('a muted story leaves the page for seven days, is listed with the reason, and can be seen again', async ({
  page,
  publisher,
}) => {
  const { today } = await openStory(page, publisher);
  await page.getByRole('button', { name: 'Mute for 7 days' }).click();
  await expect(board(page)).toContainText('You muted this story.');
  await today.openFromSidebar();
  await expect(today.paper.getByRole('link', { name: /levy/ })).toHaveCount(0);
  await today.paper.getByRole('button', { name: 'See which' }).click();
  const muted = page.getByRole('list', { name: 'Muted' });
  await expect(muted.getByRole('listitem')).toContainText(/Story, until .*\. Hides 5 articles now\./);
  await expect(page.getByRole('region', { name: 'Hidden from Today now' }).getByRole('article')).toHaveCount(5);
  await expectAccessible(page, 'mutes');
  await muted.getByRole('button', { name: /^Show again/ }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is muted' })).toBeVisible();
});

test('a followed story is marked on Today with what others added since', async ({ page, publisher }) => {
  const { reader, today } = await openStory(page, publisher);
  await page.getByRole('button', { name: 'Follow story' }).click();
  await expect(page.getByRole('button', { name: 'Unfollow story' })).toBeVisible();
  await today.openFromSidebar();
  await expect(today.lead).toContainText('Followed');
  await page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide')));
  const html = '<p>Harbour masters of the eleven ports ask who collects the harbour levy signed in Skarvik.</p>';
  const articles = [{ title: 'Who collects the harbour levy of eleven ports?', minutesAgo: 1, html }];
  await reader.subscribe(publisher.print('pilot.xml', { title: 'Pilot Post', articles }));
  await today.openWhole();
  await expect(today.lead).toContainText('Followed, 1 new');
  await expectAccessible(page, 'today-followed');
  await today.paper.getByRole('button', { name: 'Compare coverage', exact: true }).first().click();
  await page.getByRole('button', { name: 'Unfollow story' }).click();
  await expect(page.getByRole('button', { name: 'Follow story' })).toBeVisible();
  await today.openFromSidebar();
  await expect(today.lead).not.toContainText('Followed');
});

test('a report says in one sentence of its menu why it is here', async ({ page, publisher }) => {
  await openStory(page, publisher);
  await page.getByRole('button', { name: 'About Inland Ledger’s article' }).click();
  await expect(page.getByRole('menu')).toContainText(
    /Why is this here\? It names Skarvik, as .* does, and came within an hour/,
  );
  await expectAccessible(page, 'story-report-menu');
});

test('where two papers give another figure for one fact, both stand side by side', async ({ page, publisher }) => {
  const { reader } = await openStory(page, publisher);
  const sums = { 'Pilot Post': '4.2 billion', 'Bollard Times': '4.6 billion' };
  for (const [at, [paper, sum]] of Object.entries(sums).entries()) {
    const html = `<p>The harbour levy of the eleven ports in Skarvik will raise ${sum} euros for walls.</p>`;
    const articles = [
      { title: `Skarvik harbour levy: what eleven ports ${at === 0 ? 'pay' : 'raise'}`, minutesAgo: 9 - at, html },
    ];
    await reader.subscribe(publisher.print(`${at}.xml`, { title: paper, articles }));
  }
  const differ = board(page).getByRole('region', { name: 'Where they differ' });
  await expect(differ.getByRole('definition')).toHaveText([
    /^4\.6 billion euros.*according to Bollard Times$/,
    /^4\.2 billion euros.*according to Pilot Post$/,
  ]);
  await expectAccessible(page, 'story-where-they-differ');
});

test('agency copy is folded under the text that was first, and says what it added', async ({ page, publisher }) => {
  const reader = await pastFirstRun(page);
  const today = new FrontPage(page);
  await subscribeToPapers(reader, publisher, 4);
  const agency = `After a night of talks in Skarvik the mayors of eleven ports signed a harbour levy that will pay for walls. The
    levy is raised by tonnage from March, and each port keeps a tenth of it for its own quays. Pilots cheered on the quay.`;
  const title = 'Skarvik: eleven ports sign a harbour levy by tonnage';
  const own = 'Our town hall pays nothing, the treasurer told this paper.';
  for (const [at, paper] of ['Agency North', 'Valley Post', 'Strand Echo'].entries()) {
    const articles = [{ title, minutesAgo: 40 - at * 10, html: `<p>${agency}${at === 1 ? ` ${own}` : ''}</p>` }];
    await reader.subscribe(publisher.print(`${paper.replace(' ', '-')}.xml`, { title: paper, articles }));
  }
  await today.openWhole();
  await today.paper.getByRole('button', { name: 'Compare coverage', exact: true }).first().click();
  const copy = told(page).getByRole('article').filter({ hasText: 'Valley Post' });
  await expect(copy).toContainText('Our town hall pays nothing, the treasurer told this paper.');
  const same = told(page).getByRole('article').filter({ hasText: 'Agency North' }).last();
  await expect(same).toContainText(/Strand Echo\s*prints it word for word\./);
  await expect(board(page)).toContainText('7 of your 7 sources.');
  await expectAccessible(page, 'story-with-copies');
});
