import { expect, test } from '../support/app.ts';

interface Item {
  readonly id?: string;
  readonly type?: string;
  readonly submenu?: { readonly items: readonly Item[] };
}

test('what is chosen in the menu is done in the window', async ({ page, desktop }) => {
  await page.evaluate(() => {
    const chosen: string[] = [];
    window.broadsheet?.on((event) => {
      if (event.type === 'menu') chosen.push(event.command);
    });
    Object.assign(window, { chosen });
  });
  await desktop.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu();
    for (const id of ['go.starred', 'text.larger']) menu?.getMenuItemById(id)?.click();
  }, null);
  const chosen = () => page.evaluate(() => (window as unknown as { chosen: string[] }).chosen);
  await expect.poll(chosen).toEqual(['go.starred', 'text.larger']);
});

test('every item of the menu can be named', async ({ page, desktop }) => {
  await expect(page.locator('html')).toBeVisible();
  const nameless = await desktop.evaluate(({ Menu }) => {
    const walk = (items: readonly Item[]): readonly Item[] =>
      items.flatMap((item) => [item, ...walk(item.submenu?.items ?? [])]);
    const all = walk((Menu.getApplicationMenu()?.items ?? []) as unknown as readonly Item[]);
    return { count: all.length, nameless: all.filter(({ id, type }) => !id && type !== 'separator').length };
  }, null);
  expect(nameless.count).toBeGreaterThan(40);
  expect(nameless.nameless).toBe(0);
});

test('the menu shows the keys that the reader has chosen', async ({ page, desktop }) => {
  const shown = () =>
    desktop.evaluate(({ Menu }) => {
      const menu = Menu.getApplicationMenu();
      return ['feed.add', 'go.today', 'palette'].map((id) => menu?.getMenuItemById(id)?.accelerator ?? null);
    }, null);
  expect(await shown()).toEqual(
    process.platform === 'darwin' ? [null, null, 'CmdOrCtrl+K'] : ['A', null, 'CmdOrCtrl+K'],
  );
  await page.evaluate(() =>
    window.broadsheet?.call('settings.set', {
      keys: { 'feed.add': 'Ctrl N', 'go.today': 'Ctrl Shift T', palette: '' },
    }),
  );
  await expect.poll(shown).toEqual(['CmdOrCtrl+N', 'CmdOrCtrl+Shift+T', null]);
});
