/** Archive folders from somebody else, forged with sums that hold. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forge, mediaPath, png, sumOf } from '../../../testing/forged-archive.ts';
import { addTestFeed, ingestAll, storedArticle } from '../../../testing/sample-rows.ts';
import { temporaryFolder, temporaryLibrary } from '../../../testing/temporary-library.ts';
import { errorOf, mustBeOk, testCore } from '../../../testing/test-core.ts';
import { storeMedia } from '../../store/archive/media.ts';
import { openWritable } from '../../store/open.ts';
import { checkArchive } from './check-archive.ts';

const troubleIn = (folder: string): string => {
  try {
    checkArchive(folder);
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('a manifest', () => {
  const good = `pictures/${mediaPath(png)}`;
  it('that an export would write is taken', () => {
    expect(troubleIn(forge([{ kind: 'picture', path: good, content: png }]))).toBe('none');
  });

  it.each([
    ['picture', 'aaaaaaaaa../.config/autostart/evil.desktop'],
    ['picture', 'pictures/restore.json'],
    ['picture', 'pictures/library.restoring'],
    ['picture', 'pictures/backups/manual-20261130-120000.db'],
    ['picture', 'pictures/media/restore.json'],
    ['picture', 'pictures\\..\\..\\evil.png'],
    ['picture', 'pictures/../../evil.png'],
    ['picture', `pictures/media/../${mediaPath(png)}`],
    ['picture', good.toUpperCase()],
    ['picture', `${good}.`],
    ['picture', `${good} `],
    ['picture', `${good}:stream`],
    ['picture', `${good}/x.png`],
    ['picture', good.replace('pictures/', 'PICTURES/')],
    ['picture', good.replace('.png', '.desktop')],
    ['picture', '/etc/passwd'],
    ['picture', 'C:\\Windows\\x.png'],
    ['page', good],
    ['picture', 'pages/2026-10/5.html'],
    ['page', 'pages/2026-10/../../5.html'],
    ['page', 'pages/2026-10/con.html'],
    ['table', 'tables/../articles.ndjson'],
    ['table', 'tables/feed.ndjson.'],
    ['table', 'tables/Feed.ndjson'],
    ['table', 'articles.ndjson'],
    ['articles', 'other.ndjson'],
    ['tool', 'restore.json'],
    ['tool', 'owner.json'],
    ['tool', 'nul'],
    ['subscriptions', 'subscriptions.opml/x'],
    ['constructor', good],
    ['__proto__', good],
  ])('that names as a %s the file %s is refused', (kind, path) => {
    const folder = forge([{ kind, path }], []);
    expect(troubleIn(folder)).toMatch(/names a file that no export writes|has a line that no export writes/);
  });

  it.each<[string, unknown]>([
    ['a number as the path', { path: 5, kind: 'picture', sha256: sumOf(''), bytes: 0 }],
    ['no path', { kind: 'picture', sha256: sumOf(''), bytes: 0 }],
    ['null', null],
    ['a list', []],
    ['words', 'pictures'],
    ['bytes that are no number', { path: good, kind: 'picture', sha256: sumOf(png), bytes: '5' }],
    ['a sum that is none', { path: good, kind: 'picture', sha256: 'x', bytes: 0 }],
  ])('with a line that has %s is refused in a sentence', (_, line) => {
    expect(troubleIn(forge([{ kind: 'picture', path: good, line }]))).toMatch(
      /^Its manifest has a line that no export writes/,
    );
  });

  it('that names a file twice, or leaves out what is read, is refused', () => {
    const one = { kind: 'picture', path: good, content: png };
    expect(troubleIn(forge([one, one]))).toMatch(/twice/);
    expect(troubleIn(forge([one], ['library.json']))).toBe('Its manifest does not name articles.ndjson.');
    expect(troubleIn(forge([one], ['articles.ndjson']))).toBe('Its manifest does not name library.json.');
  });

  it('whose picture is another than its name says is refused, though the sum of its line holds', () => {
    const other = Buffer.from('MZ another');
    expect(troubleIn(forge([{ kind: 'picture', path: good, content: other }]))).toMatch(/was changed/);
  });

  it.each(['articles.ndjson', 'library.json', 'manifest.ndjson', 'manifest.sha256', good])(
    'is refused at once where %s is a link, a pipe, a folder or far larger than it says',
    (name) => {
      const makers: ((place: string, moved: string) => void)[] = [
        (place, moved) => symlinkSync(moved, place),
        (place) => symlinkSync('/dev/zero', place),
        (place) => execFileSync('mkfifo', [place]),
        (place) => mkdirSync(place),
      ];
      for (const make of makers) {
        const folder = forge([{ kind: 'picture', path: good, content: png }]);
        const moved = join(temporaryFolder(), 'moved');
        writeFileSync(moved, readFileSync(join(folder, name)));
        rmSync(join(folder, name));
        make(join(folder, name), moved);
        expect(troubleIn(folder)).toMatch(/is a (?:link|pipe or device|folder)/);
      }
      const folder = forge([{ kind: 'picture', path: good, content: png }]);
      truncateSync(join(folder, name), 2 ** 40);
      expect(troubleIn(folder)).toMatch(/changed|larger|without end/);
    },
  );

  it('is refused where a folder on the way to a file is a link', () => {
    const folder = forge([{ kind: 'picture', path: good, content: png }]);
    const elsewhere = temporaryFolder();
    execFileSync('mv', [join(folder, 'pictures', 'media'), elsewhere]);
    symlinkSync(join(elsewhere, 'media'), join(folder, 'pictures', 'media'));
    expect(troubleIn(folder)).toMatch(/lies behind a link/);
  });
});

describe('an archive from somebody else', () => {
  it('plants nothing beside the library and writes nothing outside of it', async () => {
    const home = temporaryFolder();
    const library = join(home, 'Papers');
    const core = await testCore({ libraryFolder: library });
    mustBeOk(await core.call('folders.add', { name: 'Mine' }));
    const evil = 'aaaaaaaaa../.config/evil.desktop';
    for (const path of [evil, 'pictures/restore.json']) {
      const folder = forge([{ kind: 'picture', path, content: '{"name":"","keepAs":"../victim","step":"move"}' }]);
      expect(errorOf(await core.call('archive.importFolder', { folder }))).toBe('archive_unreadable');
    }
    expect(readdirSync(home)).toEqual(['Papers']);
    expect(existsSync(join(library, 'restore.json'))).toBe(false);
    const pipe = forge([]);
    rmSync(join(pipe, 'articles.ndjson'));
    execFileSync('mkfifo', [join(pipe, 'articles.ndjson')]);
    const refused = await core.call('archive.importFolder', { folder: pipe });
    expect(refused.ok || refused.error.message).toMatch(/articles\.ndjson is a pipe or device/);
  });

  it('does not write over a picture that is there, nor through a link in its place', async () => {
    const core = await testCore();
    const path = mediaPath(png);
    const victim = join(temporaryFolder(), 'letter.txt');
    writeFileSync(victim, 'Dear all');
    mkdirSync(dirname(join(core.folder, path)), { recursive: true });
    symlinkSync(victim, join(core.folder, path));
    const folder = forge([{ kind: 'picture', path: `pictures/${path}`, content: png }]);
    mustBeOk(await core.call('archive.importFolder', { folder }));
    expect(readFileSync(victim, 'utf8')).toBe('Dear all');
  });

  it('that fills an empty library is cleaned like what is fetched, and brings no permissions and no past along', async () => {
    const { db, folder } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://one.example/feed');
    const markup =
      '<div class="scrim" id="x" style="position:fixed" role="dialog"><h2 class="dlg">Update now</h2><script>1</script>' +
      '<a href="javascript:alert(1)" class="embed" data-embed="evil">Download</a><table background="https://a.example/t"><tr><td>1</td></tr></table>' +
      '<pre><code class="language-js dlg">x</code></pre><frameset><frame src="x"></frameset></div>';
    ingestAll(db, {
      feedId,
      articles: [
        storedArticle({ identity: 'a', html: markup, title: 'Red\u001b]0;title\u0007', url: 'javascript:alert(2)' }),
      ],
    });
    db.run(`UPDATE article_body SET page_html = :markup, extras = :extras`, {
      markup,
      extras: JSON.stringify({
        categories: [],
        enclosures: [
          { url: 'file:///etc/passwd', mimeType: null, sizeBytes: null, durationSeconds: null, title: null },
        ],
        commentsUrl: 'javascript:alert(4)',
      }),
    });
    db.run(`UPDATE article SET picture_url = 'data:text/html,x'`);
    db.run(
      `UPDATE feed SET allow_private = '["127.0.0.1:80"]', login_id = 5, site_url = 'javascript:alert(5)',
      attributes = '[1]', settings = '{"fullText":7}'`,
    );
    db.run(`INSERT INTO operation (at, kind, label, change, state) VALUES (1, 'mark', 'x', '{}', 'done')`);
    db.run(`INSERT INTO host_state (host, state) VALUES ('one.example', '{"heldUntil":9e15}')`);
    db.run(
      `INSERT INTO setting (name, value) VALUES ('theme', '"evil"'), ('constructor', '1'), ('density', '"cards"')`,
    );
    storeMedia(db, {
      url: 'https://one.example/p.png',
      path: '../.ssh/id_rsa',
      hash: 'x',
      mimeType: 'text/html',
      sizeBytes: 1,
      trouble: null,
      at: 1,
    });
    db.close();
    const first = await testCore({ libraryFolder: folder });
    const archive = join(temporaryFolder(), 'archive');
    mustBeOk(await first.call('archive.exportFolder', { folder: archive }));
    const feedTable = join(archive, 'tables', 'feed.ndjson');
    expect(readFileSync(feedTable, 'utf8')).toContain('javascript:alert(5)');

    const second = await testCore();
    mustBeOk(await second.call('archive.importFolder', { folder: archive }));
    const [found] = mustBeOk(await second.call('articles.list', { view: 'all', limit: 5 })).articles;
    const article = mustBeOk(await second.call('articles.get', { id: found?.id ?? 0 }));
    const shown = JSON.stringify(article);
    expect(shown).toContain('Update now');
    expect(shown).not.toMatch(/scrim|dlg|role=|style=|background=|javascript:|file:|data:|<script|frameset|\\u001b/);
    expect(shown).toContain('language-js');
    expect(article.title).toBe('Red]0;title');
    await second.core.close();
    const again = mustBeOk(openWritable(second.folder));
    const feed = again.get('SELECT allow_private, login_id, site_url, attributes, settings FROM feed');
    expect(feed).toEqual({ allow_private: null, login_id: null, site_url: null, attributes: '{}', settings: '{}' });
    for (const table of ['host_state', 'media']) expect(again.get(`SELECT 1 FROM ${table}`), table).toBeUndefined();
    expect(again.all("SELECT label FROM operation WHERE label = 'x'")).toEqual([]);
    expect(again.all('SELECT name FROM setting')).toEqual([{ name: 'density' }]);
    again.close();
  });

  it.each<[string, string, string]>([
    ['feed', '["id","url"]\n[1,5]\n', 'Line 2 of the table feed'],
    ['feed', '["id","url"]\n[1]\n', 'Line 2 of the table feed'],
    ['feed', '["id","url"]\n{"id":1}\n', 'Line 2 of the table feed'],
    ['feed', '["id","url"]\n[1\n', 'Line 2 of the table feed'],
    ['feed', '["id","url"]\n[1e300,"https://a.example/"]\n', 'Line 2 of the table feed'],
    ['feed', '["id","url) VALUES (1); --"]\n', 'columns that no library has'],
    ['feed', '["id","id"]\n', 'columns that no library has'],
    ['feed', '["id","url","position","added_at"]\n[1,"javascript:alert(1)",1,1]\n', 'not one of the web'],
    ['sqlite_schema', '["name"]\n', 'a table that no library has'],
    ['article_index', '["title"]\n', 'a table that no library has'],
    ['feed_state', '["feed_id"]\n[99]\n', 'do not fit together'],
    ['folder', '["id"]\n[1]\n', 'do not fit together'],
  ])('whose table %s holds %j is refused in a sentence, and nothing is changed', async (table, content, words) => {
    const core = await testCore();
    const folder = forge([{ kind: 'table', path: `tables/${table}.ndjson`, content }]);
    const refused = await core.call('archive.importFolder', { folder });
    expect(refused).toMatchObject({ ok: false, error: { code: 'archive_unreadable' } });
    expect(refused.ok || refused.error.message).toContain(words);
    expect(mustBeOk(await core.call('feeds.list', {}))).toEqual([]);
    expect(existsSync(join(core.folder, 'archive-in'))).toBe(false);
  });
});
