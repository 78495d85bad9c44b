/** The window's own gate alone: markup that no cleaning of ours has seen, as a library from somebody else may hold it. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from './support/app.ts';
import { startFeedServer } from './support/feed-server.ts';
import { call } from './support/pages/call.ts';
import { rssText } from './support/pages/feed-text.ts';
import { Reader } from './support/pages/reader.ts';

const run = 'window.pwned=1';
const hostile: readonly string[] = [
  `<script>${run}</script><img src=x onerror="${run}"><svg onload="${run}"><script>${run}</script></svg>`,
  `<div class="scrim" style="position:fixed;inset:0"><div class="dlg" role="dialog" aria-modal="true" aria-label="Update"><button onclick="${run}">Download</button></div></div>`,
  `<dialog open id="main">Update</dialog><p id="headline-shown">x</p><p id="article-headline" class="toast">y</p><div popover id="today">z</div>`,
  `<table background="/outside/t.png"><tr><td background="/outside/d.png">1</td></tr></table><video poster="/outside/p.png" src="/outside/v.mp4" autoplay></video>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
  `<math><annotation-xml encoding="text/html"><style><img src=1 onerror="${run}"></style></annotation-xml><maction actiontype="statusline" xlink:href="javascript:${run}">m</maction></math>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript><template><img src=x onerror=${run}></template>`,
  `<a href="javascript:${run}">a</a><a href="&#1;java&#10;script:${run}">b</a><a href="data:text/html,x" target="_self">c</a>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe><object data="/outside/o"></object><embed src="/outside/e"><link rel=stylesheet href="/outside/c.css"><base href="/outside/"><meta http-equiv=refresh content="0;url=/outside/m">`,
  `<img srcset="/outside/s.png 1x" src="/outside/i.png"><picture><source srcset="/outside/q.png"></picture><style>@import '/outside/f.css'</style>`,
  `<input name="body" autofocus onfocus="${run}"><form id="article-f" action="/outside/"><input name="attributes"></form><img name="getElementById">`,
  `<p tabindex="1" accesskey="j" contenteditable="true" aria-hidden="true" data-article="1" data-region="list">k</p>`,
];

/** What the parser says of the inert document in which the markup is cleaned: nothing of it comes into the page. */
const ofInertDocument = /^(?:Executing inline event handler|Applying inline style|Setting the document's base URI)/;

test('markup that comes out of the library itself runs nothing, loads nothing and passes for nothing', async ({
  start,
  folder,
  trouble,
}) => {
  const server = await startFeedServer();
  const asked: string[] = [];
  server.serve('/courier', rssText({ title: 'Courier', articles: [{ title: 'Hostile', html: '<p>Clean</p>' }] }));
  const first = await start();
  await call(first.window, 'settings.set', { firstRunDone: true, refreshMinutes: null });
  await new Reader(first.window).subscribe(server.url('/courier'));
  await first.close();
  await server.close();
  const outside = server.url('/outside');
  const markup = ['<p>Begins</p>', ...hostile.map((one) => `<div>${one.replaceAll('/outside', outside)}</div>`)];
  const db = new DatabaseSync(join(folder, 'library', 'library.db'));
  const put = db.prepare('UPDATE article_body SET html = :html');
  put.run({ html: markup.join('') });
  db.close();

  const { window } = await start();
  window.on('request', (request) => asked.push(request.url()));
  window.on('dialog', (dialog) => asked.push(`dialog ${dialog.message()}`));
  const reader = new Reader(window);
  await reader.show('Courier');
  await reader.press('j');
  await expect(reader.body).toContainText('Begins');
  const found = await reader.body.evaluate((body) => ({
    ran: 'pwned' in globalThis,
    // the window's own have a class, and no class comes through
    buttons: body.querySelectorAll('button:not(.btn, .zoom)').length,
    names: [...new Set([...body.querySelectorAll('*')].map(({ localName }) => localName))],
    attributes: [...new Set([...body.querySelectorAll(':not(button)')].flatMap((one) => one.getAttributeNames()))],
    classes: [...body.querySelectorAll('[class]')].map((one) => one.getAttribute('class')),
    ids: [...body.querySelectorAll('[id]')].map(({ id }) => id),
    links: [...body.querySelectorAll('[href]')].map((one) => one.getAttribute('href')),
    twice: [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at),
    covering: [...body.querySelectorAll('*')].filter((one) => getComputedStyle(one).position === 'fixed').length,
  }));
  expect(found).toMatchObject({ ran: false, buttons: 0, covering: 0, twice: [], links: [] });
  expect(found.names).not.toEqual(
    expect.arrayContaining([
      expect.stringMatching(/script|style|svg|dialog|form|input|iframe|object|embed|base|meta|link|template/),
    ]),
  );
  expect(found.attributes.join(' ')).not.toMatch(
    /\b(?:on\w+|style|role|aria-\S+|accesskey|contenteditable|popover|background|poster|srcset|name|action|data-article|data-region)\b/,
  );
  expect(found.ids.every((id) => id.startsWith('article-'))).toBe(true);
  expect(found.classes.filter((name) => /dlg|scrim|toast/.test(name ?? ''))).toEqual([]);
  expect(asked.filter((address) => address.startsWith(outside) || address.startsWith('dialog'))).toEqual([]);
  await expect(window.getByRole('dialog')).toHaveCount(0);
  trouble.splice(0, trouble.length, ...trouble.filter((line) => !ofInertDocument.test(line)));
});
