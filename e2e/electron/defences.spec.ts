import { expect, test } from '../support/app.ts';

test('the page has its bridge and nothing of Node or Electron', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    bridge: Object.keys(window.broadsheet ?? {}),
    isFrozen: Object.isFrozen(window.broadsheet),
    strays: ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  }));
  expect(seen).toEqual({ bridge: ['call', 'on'], isFrozen: true, strays: [] });
});

test('a page from elsewhere that gets into the window cannot call the core', async ({ page }) => {
  await page.route('http://evil.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Not Broadsheet</h1>' }),
  );
  await page.goto('http://evil.example/');
  const answer = await page.evaluate(() =>
    window.broadsheet?.call('settings.get', {}).then(
      () => 'answered',
      (error: Error) => error.message,
    ),
  );
  expect(answer).toContain('Only the window of Broadsheet may call it.');
});

test('an address of our own that is answered with another is not followed', async ({ desktop }) => {
  const isHeld = (url: string) =>
    desktop.evaluate(({ BrowserWindow }, address) => {
      const event = Object.assign(new Event('will-redirect', { cancelable: true }), { url: address });
      BrowserWindow.getAllWindows()[0]?.webContents.emit('will-redirect', event);
      return event.defaultPrevented;
    }, url);
  expect(await isHeld('http://evil.example/')).toBe(true);
  expect(await isHeld('broadsheet://app/picture?url=x')).toBe(true);
  expect(await isHeld('broadsheet://app/index.html')).toBe(false);
});

test('a style or a script that gets into the page has no effect', async ({ page, trouble }) => {
  const seen = await page.evaluate(async () => {
    const reports: string[] = [];
    document.addEventListener('securitypolicyviolation', (report) => void reports.push(report.effectiveDirective));
    const style = document.createElement('style');
    style.textContent = 'body { opacity: 0.125 }';
    document.head.append(style);
    const picture = new Image();
    picture.src = 'http://press.example/pixel.gif';
    let markup = 'taken';
    try {
      document.createElement('div').innerHTML = '<b>bold</b>';
    } catch (error) {
      markup = (error as Error).name;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { opacity: getComputedStyle(document.body).opacity, markup, reports };
  });
  expect(seen.opacity).toBe('1');
  expect(seen.markup).toBe('TypeError');
  expect(seen.reports).toContain('style-src-elem');
  expect(seen.reports).toContain('img-src');
  expect(trouble.splice(0).length).toBeGreaterThan(0);
});

test('the page comes with its theme, under a new nonce each time', async ({ page }) => {
  const [first, second] = await page.evaluate(() =>
    Promise.all([1, 2].map(async () => (await fetch('index.html')).text())),
  );
  expect(first).toMatch(/<html[^>]* data-theme="(light|dark)" data-density="comfortable"/);
  const nonceOf = (page = '') => /csp-nonce" content="([^"]+)"/.exec(page)?.[1];
  expect(nonceOf(first)).toBeTruthy();
  expect(nonceOf(first)).not.toBe(nonceOf(second));
});
