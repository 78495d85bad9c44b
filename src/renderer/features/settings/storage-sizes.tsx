/** How much room the archive takes: by kind in one bar, and by feed. */
import { useState } from 'react';
import type { OutputOf } from '../../../contract/index.ts';
import { useAsk } from '../../client/use-ask.ts';
import { counted, exactCount, fileSize } from '../../lib/numbers.ts';
import { Note } from '../../ui/note.tsx';
import { useIsFound } from './find-setting.ts';
import { useFresh } from './use-fresh.ts';

type Sizes = OutputOf<'archive.sizes'>;

const kinds = [
  { id: 'text', name: 'Text', bytes: ({ textBytes }: Sizes) => textBytes },
  { id: 'index', name: 'Search index', bytes: ({ indexBytes }: Sizes) => indexBytes },
  { id: 'pictures', name: 'Pictures', bytes: ({ pictureBytes }: Sizes) => pictureBytes },
  { id: 'sounds', name: 'Sounds', bytes: ({ soundBytes }: Sizes) => soundBytes },
  { id: 'backups', name: 'Backups', bytes: ({ backupBytes }: Sizes) => backupBytes },
] as const;

/** Feeds shown before the rest is asked for. */
const fewest = 8;

export function StorageSizes() {
  const info = useAsk('library.info', {}).data;
  const { data: sizes, error } = useFresh('archive.sizes');
  const isFound = useIsFound('library size articles disk room feed pictures');
  if (!isFound || !info) return null;
  // The sum of the parts below it: the library's file alone is only some of them.
  const inAll = sizes ? `, ${fileSize(totalOf(sizes))} in all` : '';
  return (
    <>
      <Note kind="info" icon="disk" isQuiet title={`${counted(info.articles, 'article', 'articles')}${inAll}`}>
        <span className="t2">from {counted(info.feeds, 'feed', 'feeds')}</span>
      </Note>
      {error && !sizes && <p className="t2">The space it takes could not be worked out. {error.failure.message}</p>}
      {sizes && <KindBar sizes={sizes} />}
      {sizes && <FeedSizes sizes={sizes} />}
    </>
  );
}

function totalOf(sizes: Sizes): number {
  return kinds.reduce((sum, { bytes }) => sum + bytes(sizes), 0);
}

function KindBar({ sizes }: { readonly sizes: Sizes }) {
  const shown = kinds.map((kind) => ({ ...kind, amount: kind.bytes(sizes) })).filter(({ amount }) => amount > 0);
  const total = totalOf(sizes);
  return (
    <div className="room">
      <div className="room-bar" aria-hidden="true">
        {shown.map(({ id, amount }) => (
          <i key={id} className={`room-${id}`} style={{ width: `${(amount / total) * 100}%` }} />
        ))}
      </div>
      <ul className="room-key num">
        {shown.map(({ id, name, amount }) => (
          <li key={id}>
            <i className={`room-${id}`} aria-hidden="true" />
            {name} <span className="t3">{fileSize(amount)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function FeedSizes({ sizes }: { readonly sizes: Sizes }) {
  const [isWhole, setWhole] = useState(false);
  const feeds = [...sizes.feeds].sort((one, other) => bytesOf(other) - bytesOf(one));
  const most = Math.max(1, ...feeds.map(bytesOf));
  if (feeds.length === 0) return null;
  return (
    <>
      <table className="room-feeds num">
        <caption className="vh">Space by feed, most first</caption>
        <thead>
          <tr>
            <th scope="col">Feed</th>
            <th scope="col">Articles</th>
            <th scope="col">Text</th>
            <th scope="col">Search index</th>
          </tr>
        </thead>
        <tbody>
          {feeds.slice(0, isWhole ? feeds.length : fewest).map((feed) => (
            <tr key={feed.feedId}>
              <th scope="row">
                <span className="trunc">{feed.title}</span>
                <span className="room-meter" aria-hidden="true">
                  <i style={{ width: `${(bytesOf(feed) / most) * 100}%` }} />
                </span>
              </th>
              <td>{exactCount(feed.articles)}</td>
              <td>{sizeOrNone(feed.textBytes)}</td>
              <td>{sizeOrNone(feed.indexBytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {feeds.length > fewest && (
        <button type="button" className="link link-button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Fewer feeds' : `All ${exactCount(feeds.length)} feeds`}
        </button>
      )}
    </>
  );
}

function bytesOf({ textBytes, indexBytes }: Sizes['feeds'][number]): number {
  return textBytes + indexBytes;
}

function sizeOrNone(bytes: number): string {
  return bytes === 0 ? '–' : fileSize(bytes);
}
