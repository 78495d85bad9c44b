/** The import of a subscription list that was asked for last: begun at the welcome or on its own page, reported on its own page. */
import type { Failure, Result } from '../../contract/errors.ts';
import type { FeedId } from '../../contract/ids.ts';
import type { ImportReport } from '../../contract/opml.ts';
import { createStore, useStore } from '../lib/store.ts';
import { client } from './client.ts';
import { foldersNow } from './library.ts';
import { openNewFolders } from './open-new-folders.ts';

export type SubscriptionImport =
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'failed'; readonly name: string; readonly failure: Failure }
  | {
      readonly state: 'done';
      readonly name: string;
      readonly report: ImportReport;
      /** The feeds that it brought, as far as they can be told from those that were there, by the addresses they came with. */
      readonly added: ReadonlyMap<FeedId, string>;
    };

const present = createStore<SubscriptionImport | null>(null);

export function useSubscriptionImport(): SubscriptionImport | null {
  return useStore(present, (value) => value);
}

export function forgetImport(): void {
  present.set(null);
}

/** Subscribes to what an OPML file names. Answers how it ended; the feeds are fetched after that, in the background. */
export async function importFile(file: File): Promise<SubscriptionImport> {
  present.set({ state: 'reading', name: file.name });
  const before = await feedAddresses();
  const folders = foldersNow();
  const base64 = await base64Of(file);
  const result = base64.ok ? await client.call('opml.import', { base64: base64.value }) : base64;
  const ended: SubscriptionImport = result.ok
    ? {
        state: 'done',
        name: file.name,
        report: result.value,
        added: new Map([...(await feedAddresses())].filter(([id]) => !before.has(id))),
      }
    : { state: 'failed', name: file.name, failure: result.error };
  if (result.ok) await openNewFolders(folders);
  present.set(ended);
  return ended;
}

async function feedAddresses(): Promise<ReadonlyMap<FeedId, string>> {
  const feeds = await client.call('feeds.list', {});
  return new Map(feeds.ok ? feeds.value.map(({ id, url }) => [id, url]) : []);
}

/** As bytes, because only the file itself knows its encoding. What was dropped may be a folder, or gone by now. */
function base64Of(file: Blob): Promise<Result<string>> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ ok: true, value: String(reader.result).replace(/^data:[^,]*,/, '') });
    reader.onerror = () => {
      const message = 'This file could not be read. Choose the OPML file itself, not a folder.';
      resolve({ ok: false, error: { code: 'file_unreadable', message, detail: { why: String(reader.error) } } });
    };
    reader.readAsDataURL(file);
  });
}
