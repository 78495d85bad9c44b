import { existsSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseOpml } from './parse-opml.ts';
import type { OpmlList } from './subscription-list.ts';
import { feedOutline, folderOutline, type OpmlOutline, writeOpml } from './write-opml.ts';

const list = (body: string): OpmlList => {
  const result = parseOpml(
    `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${body}</body></opml>`,
  );
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const feed = (name: string, more = ''): string =>
  `<outline type="rss" text="${name}" xmlUrl="https://${name}.example/feed"${more}/>`;

/** The outlines of a list, as the library would give them to the export. */
function outlinesOf({ subscriptions, folders }: OpmlList, path: readonly string[] = []): OpmlOutline[] {
  const inside = (folder: readonly string[]): boolean => JSON.stringify(folder) === JSON.stringify(path);
  const children = folders
    .filter((folder) => inside(folder.path.slice(0, -1)))
    .map(({ path: own, attributes }) =>
      folderOutline(own.at(-1) ?? '', outlinesOf({ subscriptions, folders } as OpmlList, own), attributes),
    );
  return [...children, ...subscriptions.filter(({ folder }) => inside(folder)).map(feedOutline)];
}

const roundTrip = (read: OpmlList): OpmlList => {
  const result = parseOpml(writeOpml({ title: read.title ?? '', createdAt: new Date(0), outlines: outlinesOf(read) }));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe('a list of subscriptions', () => {
  it('keeps folders in folders, to any depth', () => {
    const nested = ['a', 'b', 'c', 'd', 'e'].reduceRight(
      (inner, name) => `<outline text="${name}">${inner}</outline>`,
      feed('deep'),
    );
    expect(list(nested + feed('top')).subscriptions.map(({ folder }) => folder)).toEqual([
      ['a', 'b', 'c', 'd', 'e'],
      [],
    ]);
  });

  it('keeps what other readers write, through the export and back', () => {
    const read = list(
      `<outline text="News" custom="1">${feed('a', ' frss:xPathItem="//li" priority="7" title="A, long"')}</outline><outline text="Empty"/>`,
    );
    expect(read.subscriptions[0]).toMatchObject({
      title: 'A, long',
      attributes: { type: 'rss', priority: '7', 'frss:xPathItem': '//li', text: 'a' },
    });
    const again = roundTrip(read);
    expect(again.subscriptions[0]).toMatchObject({
      title: 'A, long',
      folder: ['News'],
      attributes: { priority: '7', 'frss:xPathItem': '//li', text: 'a' },
    });
    expect(again.folders).toEqual(read.folders);
  });

  it('a feed renamed here is exported under one name', () => {
    const [subscription] = list(feed('a', ' title="Long"')).subscriptions;
    expect(
      feedOutline({ xmlUrl: 'https://a.example/', title: 'New', attributes: subscription?.attributes }).attributes,
    ).toMatchObject({ text: 'New', title: 'New' });
  });

  it('addresses are found however they are spelt', () => {
    const body =
      '<OUTLINE TEXT="1" XMLURL="https://a.example/1"/><outline title="2" xmlurl="feed://b.example/2"/><outline text="3" type="atom" url="https://c.example/3"/><outline text="4" xmlUrl=" d.example/feed "/><outline text="5" xmlUrl="feed:https://e.example/5"/>';
    expect(list(body).subscriptions.map(({ xmlUrl, title }) => [title, xmlUrl])).toEqual([
      ['1', 'https://a.example/1'],
      ['2', 'http://b.example/2'],
      ['3', 'https://c.example/3'],
      ['4', 'http://d.example/feed'],
      ['5', 'https://e.example/5'],
    ]);
  });

  it('an address that comes twice is one subscription, in its first folder, with what either knew', () => {
    const read = list(
      `<outline text="A">${feed('a')}</outline><outline text="B">${feed('a', ' htmlUrl="https://a.example/"')}</outline>`,
    );
    expect(read.subscriptions).toHaveLength(1);
    expect(read.subscriptions[0]).toMatchObject({ folder: ['A'], htmlUrl: 'https://a.example/' });
    expect(read.duplicates).toHaveLength(1);
  });

  it('says of each line that it did not take why, and where it stands', () => {
    const read = list(
      `\n${feed('a')}\n<outline text="L" type="link" url="https://x.example/"/>\n<outline text="E" type="rss" xmlUrl=""/>\n<outline text="F" xmlUrl="ftp://x.example/"/>`,
    );
    expect(read.skipped.map(({ line, text }) => [line, text])).toEqual([
      [3, 'L'],
      [4, 'E'],
      [5, 'F'],
    ]);
    expect(read.skipped.every(({ why }) => /[.]$/.test(why))).toBe(true);
  });
});

describe('a list that is broken', () => {
  it('bare ampersands, HTML entities and a missing end do not lose a feed', () => {
    const result = parseOpml(
      `<opml><body><outline text="Rock & Roll &eacute;"><outline text="a" xmlUrl="https://a.example/?x=1&y=2"/>`,
    );
    expect(result.ok && result.value.subscriptions[0]).toMatchObject({
      xmlUrl: 'https://a.example/?x=1&y=2',
      folder: ['Rock & Roll é'],
    });
  });

  it.each(['utf-8', 'utf-16le', 'windows-1251', 'shift_jis'])('%s is read as it declares itself', (encoding) => {
    const name = encoding === 'windows-1251' ? 'Новости' : '港';
    const text = `<?xml version="1.0" encoding="${encoding}"?><opml><body>${feed('a', ` title="${name}"`)}</body></opml>`;
    const result = parseOpml(iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' }));
    expect(result.ok && result.value.subscriptions[0]?.title).toBe(name);
  });

  it('UTF-8 that declares itself Latin-1 is read as UTF-8, and Latin-1 that declares UTF-8 as Latin-1', () => {
    const text = (encoding: string): string =>
      `<?xml version="1.0" encoding="${encoding}"?><opml><body>${feed('a', ' title="Café"')}</body></opml>`;
    for (const bytes of [Buffer.from(text('ISO-8859-1'), 'utf8'), Buffer.from(text('UTF-8'), 'latin1')]) {
      const result = parseOpml(bytes);
      expect(result.ok && result.value.subscriptions[0]?.title).toBe('Café');
    }
  });

  it.each(['', 'hello', '{"feeds": []}', '<html><body>x</body></html>', '<rss version="2.0"></rss>'])(
    '%j is no list, and the message says so',
    (text) => {
      const result = parseOpml(text);
      expect(result.ok || result.error.code).toBe('opml_not_xml');
    },
  );

  it('a list without a feed says what it had instead', () => {
    const result = parseOpml('<opml><body><outline text="L" type="link" url="https://x.example/"/></body></opml>');
    expect(result.ok || result.error).toMatchObject({ code: 'opml_empty', detail: { outlines: 1 } });
  });

  it('an entity that would grow is not expanded', () => {
    const bomb = `<!DOCTYPE o [<!ENTITY a "${'x'.repeat(50)}"><!ENTITY b "&a;&a;">]><opml><body>${feed('a', ' title="&b;"')}</body></opml>`;
    const result = parseOpml(bomb);
    expect(result.ok && result.value.subscriptions[0]?.title).toBe('&b;');
  });

  it('10,000 outlines in one another are survived', () => {
    const result = parseOpml(`<opml><body>${'<outline text="x">'.repeat(10_000)}${feed('a')}`);
    expect(result.ok && result.value.subscriptions[0]?.folder.length).toBe(40);
  });

  it('a list that closes none of its outlines is read up to the 20,000th', () => {
    const open = Array.from({ length: 30_000 }, (_, at) => `<outline xmlUrl="https://a.example/${at}">`);
    const result = parseOpml(`<opml><body>${open.join('')}`);
    expect(result.ok && result.value.subscriptions.length).toBe(20_001);
  });
});

interface CorpusEntry {
  readonly file: string;
  readonly kind: string;
  readonly expected: {
    outlines?: number;
    wellFormed?: false;
    subscriptions?: { xmlUrl: string; title: string; folder: string[] }[];
  };
}

describe('lists of other readers', () => {
  const corpus = new URL('../../../../shared/corpus/', import.meta.url);
  const entries: CorpusEntry[] = existsSync(corpus)
    ? JSON.parse(readFileSync(new URL('manifest.json', corpus), 'utf8')).files.filter(
        (entry: CorpusEntry) => entry.kind === 'opml',
      )
    : [];
  const skipped = entries.length === 0;

  it.skipIf(skipped)(
    `every fact known of them is read, and nothing is lost on the way out and in again${skipped ? ' (skipped: no corpus)' : ''}`,
    () => {
      for (const { file, expected } of entries) {
        const result = parseOpml(readFileSync(new URL(file, corpus)));
        const wanted = new Map(
          (expected.subscriptions ?? []).toReversed().map((subscription) => [subscription.xmlUrl, subscription]),
        );
        if (!result.ok) {
          expect([file, wanted.size, ['opml_empty', 'opml_not_xml'].includes(result.error.code)]).toEqual([
            file,
            0,
            true,
          ]);
          continue;
        }
        const facts = result.value.subscriptions.map(({ xmlUrl, title, folder }) => ({ xmlUrl, title, folder }));
        expect([file, facts]).toEqual([file, [...wanted.values()].toReversed()]);
        expect([file, result.value.outlines]).toEqual([file, expected.outlines]);
        const again = roundTrip(result.value);
        const byAddress = (read: OpmlList): unknown =>
          read.subscriptions.toSorted((a, b) => a.xmlUrl.localeCompare(b.xmlUrl));
        expect([file, byAddress(again)]).toEqual([file, byAddress(result.value)]);
        expect(again.folders.map(({ path }) => path)).toEqual(result.value.folders.map(({ path }) => path));
      }
    },
  );
});
