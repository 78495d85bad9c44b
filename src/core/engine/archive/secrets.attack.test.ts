/** One secret of each kind is planted; then everything that leaves the library is looked through for them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { faults } from '../../../../e2e/support/feed-server.ts';
import type { FeedId } from '../../../contract/ids.ts';
import { temporaryFolder } from '../../../testing/temporary-library.ts';
import { mustBeOk, rss, type TestCore, testCore, testServer } from '../../../testing/test-core.ts';
import { libraryFile } from '../../store/open.ts';

const catalogueFile = new URL('../../../../resources/catalogue.json', import.meta.url);
const anySecret = /SECRET-[A-Z]+/g;

/** Also as a header carries it, and as an address writes it. */
function secretsIn(text: string): string[] {
  const decoded = [...text.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g)].map(([word]) =>
    Buffer.from(word, 'base64').toString('latin1'),
  );
  return [...new Set([text, ...decoded].flatMap((one) => one.match(anySecret) ?? []))];
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

async function plantedCore() {
  const server = await testServer();
  const here = `127.0.0.1:${server.port}`;
  const hosts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'new'].map(
    (name) => `${name}.example`,
  );
  const logged: string[] = [];
  const app = await testCore({
    // patient, since a loaded machine is no attack
    fetchLimits: { totalMs: 30_000, connectMs: 30_000 },
    hostOverrides: Object.fromEntries(hosts.map((host) => [host, here])),
    catalogueFile,
    log: (message, facts) => logged.push(`${message} ${JSON.stringify(facts)}`),
  });
  server.serve('/feed', { body: rss({ items: [{ guid: 'a', title: 'Calm' }] }) });
  server.serve('/lost', faults.status(404));
  const said: unknown[] = [];
  const call: TestCore['call'] = async (name, input) => {
    const result = await app.call(name, input);
    said.push(result);
    return result;
  };
  return { app, server, call, said, logged };
}

type Planted = Awaited<ReturnType<typeof plantedCore>>;

/** Logins of every kind, given, replaced and removed. */
async function plantLogins({ call }: Planted): Promise<void> {
  const kinds = [
    ['one', { kind: 'basic', username: 'anna', password: 'SECRET-BASIC' }],
    ['two', { kind: 'bearer', token: 'SECRET-BEARER' }],
    ['three', { kind: 'cookie', value: 'session=SECRET-COOKIE' }],
    ['four', { kind: 'header', name: 'X-Key', value: 'SECRET-HEADER' }],
  ] as const;
  for (const [host, credentials] of kinds) {
    const { feedId } = mustBeOk(await call('feeds.add', { url: `http://${host}.example/feed`, credentials }));
    const replaced = { kind: 'bearer', token: 'SECRET-REPLACED' } as const;
    mustBeOk(await call('feeds.configure', { ids: [feedId], credentials: replaced }));
    mustBeOk(await call('operations.undo', {}));
    mustBeOk(await call('operations.redo', {}));
    mustBeOk(await call('feeds.configure', { ids: [feedId], credentials: null }));
    mustBeOk(await call('operations.undo', {}));
    mustBeOk(await call('operations.undo', {}));
  }
  const [first] = mustBeOk(await call('feeds.list', {}));
  if (first === undefined) throw new Error('no feed');
  mustBeOk(await call('feeds.remove', { ids: [first.id] }));
  mustBeOk(await call('operations.undo', {}));
}

/** Logins in addresses, by every way in, also where it goes wrong. */
async function plantAddresses({ call, server }: Planted): Promise<void> {
  const at = (host: string, path = '/feed', word = 'URL') => `http://anna:SECRET-${word}@${host}.example${path}`;
  mustBeOk(await call('feeds.preview', { address: at('five') }));
  mustBeOk(await call('feeds.add', { url: at('five') }));
  await call('feeds.add', { url: at('five') });
  await call('feeds.add', { url: at('five', '/lost') });
  await call('feeds.preview', { address: `feed:${at('five', '/lost')}` });
  await call('feeds.preview', { address: `ftp://anna:SECRET-FTP@five.example/` });
  await call('feeds.addMany', { feeds: [{ url: `ftp://anna:SECRET-FTP@five.example/` }] });
  mustBeOk(
    await call('feeds.addMany', { feeds: [{ url: at('six', '/lost', 'MANY'), title: at('six', '/', 'TITLE') }] }),
  );
  const outline = `type="rss" text="${at('seven', '/lost', 'OPML')}" xmlUrl="${at('seven', '/lost', 'OPML')}" htmlUrl="${at('seven', '/', 'SITE')}" x:note="${at('seven', '/', 'NOTE')}"`;
  const refused = `type="rss" text="odd" xmlUrl="gopher://anna:SECRET-GOPHER@seven.example/"`;
  mustBeOk(
    await call('opml.import', {
      text: `<opml version="2.0" xmlns:x="urn:x"><body><outline ${outline}/><outline ${refused}/></body></opml>`,
    }),
  );
  const moving = (n: number) =>
    `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Moving</title><description>${n}</description>
     <link>${at('eight', '/', 'LINK')}</link><itunes:new-feed-url>${at('new', '/feed', 'MOVED')}</itunes:new-feed-url>
     <item><title>One</title><guid>g</guid><link>${at('eight', '/1', 'ARTICLE')}</link></item></channel></rss>`;
  server.serve('/moving', () => ({ body: moving(server.requests.length) }));
  const { feedId } = mustBeOk(await call('feeds.add', { url: 'http://eight.example/moving' }));
  for (let n = 0; n < 3; n += 1) await call('feeds.refresh', { feedIds: [feedId], force: true });
  mustBeOk(await call('feeds.configure', { ids: [feedId], url: at('eight', '/feed', 'TYPED') }));
  await call('feeds.configure', { ids: [feedId], url: `ftp://anna:SECRET-FTP@five.example/` });
  await call('feeds.refresh', { force: true });
}

async function askEverything({ call }: Planted, feeds: readonly FeedId[]): Promise<void> {
  for (const id of feeds) {
    await call('feeds.diary', { id });
    await call('feeds.try', { id });
  }
  for (const { id } of mustBeOk(await call('articles.list', { view: 'all' })).articles)
    await call('articles.get', { id });
  for (const name of [
    'operations.list',
    'opml.export',
    'library.info',
    'counts.get',
    'folders.list',
    'refresh.status',
  ] as const)
    await call(name, {} as never);
  mustBeOk(await call('archive.export', {} as never));
}

it('no secret is in any answer, event, log or export, and the file holds those in use in their own rows alone', async () => {
  const planted = await plantedCore();
  const { app, call, said, logged } = planted;
  await plantLogins(planted);
  await plantAddresses(planted);
  const feeds = mustBeOk(await call('feeds.list', {}));
  expect(feeds.filter(({ hasLogin }) => hasLogin)).toHaveLength(8);
  await askEverything(
    planted,
    feeds.map(({ id }) => id),
  );
  const folder = join(temporaryFolder(), 'archive');
  mustBeOk(await call('archive.exportFolder', { folder }));
  expect(secretsIn(JSON.stringify(said))).toEqual([]);
  expect(secretsIn(JSON.stringify(app.events))).toEqual([]);
  expect(secretsIn(logged.join('\n'))).toEqual([]);
  const files = filesUnder(folder);
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) expect([file, secretsIn(readFileSync(file, 'latin1'))]).toEqual([file, []]);

  const inUse = ['BASIC', 'BEARER', 'COOKIE', 'HEADER', 'URL', 'MANY', 'OPML', 'TYPED'];
  await app.core.close();
  const reopened = await testCore({ libraryFolder: app.folder });
  mustBeOk(await reopened.call('settings.set', {} as never));
  await reopened.core.close();
  const bytes = readFileSync(libraryFile(app.folder), 'latin1');
  expect([...(bytes.match(anySecret) ?? [])].toSorted()).toEqual(inUse.map((word) => `SECRET-${word}`).toSorted());
});
