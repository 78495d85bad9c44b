import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCommand } from './parse-command.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-parse-'));
  writeFileSync(
    join(folder, 'ferry.xml'),
    '<rss version="2.0"><channel><title>Ferry</title><link>/</link><item><title>Late &amp; full</title><link>one.html</link><guid>f-1</guid><pubDate>Mon, 04 May 2026 10:00:00 GMT</pubDate><author>a@b.example (Ann)</author><description>&lt;p&gt;Ten minutes.&lt;/p&gt;</description><enclosure url="https://ferry.example/1.mp3" type="audio/mpeg"/></item></channel></rss>',
  );
  writeFileSync(
    join(folder, 'koi.xml'),
    Buffer.from('<rss><channel><title>\xf0\xc1\xd2\xcf\xcd</title></channel></rss>', 'latin1'),
  );
  writeFileSync(join(folder, 'page.html'), '<html><body>No feed</body></html>');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const exitCode = await parseCommand(args, {
    print: (line) => lines.push(line),
    printError: (line) => errors.push(line),
    now: () => 0,
  });
  return { exitCode, lines, errors };
}

describe('parse FILE', () => {
  it('prints the neutral form, with addresses resolved by --url', async () => {
    const { exitCode, lines } = await run(
      join(folder, 'ferry.xml'),
      '--url',
      'https://ferry.example/feeds/all.xml',
      '--json',
    );
    expect(exitCode).toBe(0);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      title: 'Ferry',
      siteUrl: 'https://ferry.example/',
      itemCount: 1,
      items: [
        {
          index: 0,
          title: 'Late & full',
          link: 'https://ferry.example/feeds/one.html',
          guid: 'f-1',
          published: '2026-05-04T10:00:00.000Z',
          author: 'Ann',
          content: '<p>Ten minutes.</p>',
          enclosures: [{ url: 'https://ferry.example/1.mp3', type: 'audio/mpeg' }],
        },
      ],
      repairs: [],
    });
  });

  it('says in words why a file is no feed, and ends with 1', async () => {
    const { exitCode, errors, lines } = await run(join(folder, 'page.html'), join(folder, 'absent.xml'));
    expect(exitCode).toBe(1);
    expect(lines).toEqual([]);
    expect(errors[0]).toContain('This is a web page, not a feed.');
    expect(errors[1]).toContain('cannot be read');
  });

  it('explains itself where the call is wrong, and ends with 2', async () => {
    for (const args of [[], ['--json'], ['--url'], ['--nonsense', 'x.xml']]) {
      const { exitCode, errors } = await run(...args);
      expect([exitCode, errors[0]?.startsWith('broadsheet parse FILE')]).toEqual([2, true]);
    }
  });
});

describe('parse --manifest', () => {
  it('prints one line for each feed in order, reads the headers, and passes over lists and pages', async () => {
    const manifest = join(folder, 'manifest.json');
    const files = [
      { file: 'koi.xml', kind: 'synthetic', headers: { 'Content-Type': 'text/xml; charset=koi8-r' } },
      { file: 'list.opml', kind: 'opml' },
      { file: 'page.html', kind: 'page' },
      { file: 'absent.xml', kind: 'real' },
      { file: 'page.html', kind: 'real' },
      { file: 'ferry.xml', kind: 'real', headers: { 'content-location': 'https://mirror.example/' } },
    ];
    writeFileSync(manifest, JSON.stringify({ form: 1, files }));
    const { exitCode, lines } = await run('--manifest', manifest);
    const printed = lines.map(
      (line) =>
        JSON.parse(line) as { file: string; feed?: { title: string; siteUrl?: string }; error?: { code: string } },
    );
    expect(exitCode).toBe(0);
    expect(printed.map(({ file, feed, error }) => [file, feed?.title ?? error?.code])).toEqual([
      ['koi.xml', 'Паром'],
      ['absent.xml', 'file_unreadable'],
      ['page.html', 'web_page_not_feed'],
      ['ferry.xml', 'Ferry'],
    ]);
    expect(printed[3]?.feed?.siteUrl).toBe('https://mirror.example/');
  });

  it('a manifest that is none is named', async () => {
    const { exitCode, errors } = await run('--manifest', join(folder, 'ferry.xml'));
    expect([exitCode, errors[0]?.includes('is no manifest')]).toEqual([2, true]);
  });
});
