import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeIndexHtml } from './index-html.ts';
import { lookAttributes } from './look-attributes.ts';
import { staticFile } from './static-file.ts';
import { createWindowPage } from './window-page.ts';

const stored: Readonly<Record<string, string>> = {
  'http://press.example/page': 'text/html',
  'http://press.example/drawing': 'image/svg+xml',
  'http://press.example/photo': 'image/jpeg; charset=binary',
  'http://press.example/talk': 'audio/mpeg',
};
let folder = '';
let page: (request: Request) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-page-'));
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
  await writeFile(
    join(folder, 'renderer', 'index.html'),
    '<!doctype html>\n<html lang="en">\n  <head>\n  </head>\n</html>',
  );
  await writeFile(join(folder, 'renderer', 'assets', 'app-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'secret.json'), '{}');
  await writeFile(join(folder, 'stored'), '<script>alert(1)</script>');
  page = createWindowPage({
    rendererFolder: join(folder, 'renderer'),
    mediaFile: async (url) => {
      const contentType = stored[url];
      return contentType === undefined ? undefined : { path: join(folder, 'stored'), contentType };
    },
    rootAttributes: async () =>
      lookAttributes(
        { theme: 'system', density: 'compact', accent: 'plum', reduceMotion: 'always', justify: false },
        { prefersDark: true },
      ),
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const get = (path: string, method = 'GET') => page(new Request(`http://app.test${path}`, { method }));

test('the page carries the theme, the density and the motion before any script runs', async () => {
  expect(await (await get('/')).text()).toContain(
    '<html lang="en" data-theme="dark" data-density="compact" data-accent="plum" data-motion="none">',
  );
});

test('a browser is asked whether the computer is dark before it paints', async () => {
  const { headers } = await get('/');
  expect([headers.get('accept-ch'), headers.get('critical-ch')]).toEqual(Array(2).fill('Sec-CH-Prefers-Color-Scheme'));
});

test('each answer has a nonce of its own, the same in the policy and in the page', async () => {
  const [first, second] = [await get('/'), await get('/index.html')];
  const nonceOf = (answer: Response) =>
    /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
  expect(nonceOf(first)).not.toBe(nonceOf(second));
  expect(await first.text()).toContain(`<meta property="csp-nonce" content="${nonceOf(first)}"`);
});

test('the policy admits no inline script, nothing remote and only the sanitiser as a maker of HTML', async () => {
  const policy = (await get('/')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain('trusted-types dompurify');
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test('a built file is kept by its hashed name, the page never', async () => {
  expect((await get('/assets/app-1a2b.js')).headers.get('cache-control')).toContain('immutable');
  expect((await get('/')).headers.get('cache-control')).toBe('no-store');
});

test.each([
  '/../secret.json',
  '/%2e%2e/secret.json',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.json',
  '/%zz',
  '/assets/%00.js',
])('nothing outside the built window is reached by %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('a path that leaves the folder, or backslashes, name no file', () => {
  expect(staticFile('/srv/page', '/a/%2e%2e/%2e%2e/page-secret/x.js')).toBeUndefined();
  expect(staticFile('/srv/page', '/..\\x.js')).toBeUndefined();
  expect(staticFile('/srv/page', '/assets/x.js')?.path).toBe('/srv/page/assets/x.js');
});

const media = (kind: string, url: string) => get(`/${kind}?url=${encodeURIComponent(url)}`);

test('a stored picture is served under its own type, a sound likewise', async () => {
  expect((await media('picture', 'http://press.example/photo')).headers.get('content-type')).toBe('image/jpeg');
  expect((await media('sound', 'http://press.example/talk')).headers.get('content-type')).toBe('audio/mpeg');
});

test('a web page that a feed calls a picture is not served', async () => {
  expect((await media('picture', 'http://press.example/page')).status).toBe(404);
  expect((await media('picture', 'http://press.example/talk')).status).toBe(404);
  expect((await media('picture', 'http://press.example/absent')).status).toBe(404);
  expect((await get('/picture')).status).toBe(404);
});

test('a drawing with scripts in it is shown without them', async () => {
  const answer = await media('picture', 'http://press.example/drawing');
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  expect(answer.headers.get('content-security-policy')).not.toContain('script-src');
});

test('writing to the page is refused, with the same policy as every answer', async () => {
  const answer = await get('/', 'POST');
  expect(answer.status).toBe(405);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('a setting cannot write its own markup into the page', () => {
  const text = completeIndexHtml('<html lang="en"><head></head></html>', {
    nonce: 'n',
    attributes: { 'data-theme': '"><script>', 'x onload': 'y', lang: 'de' },
  });
  expect(text).toContain('<html data-theme="&quot;&gt;&lt;script&gt;" lang="de">');
  expect(text).not.toContain('onload');
});
