/** Saves subscriptions as an OPML file where the reader's browser or desktop saves files. */
import type { FeedSummary } from '../../contract/feeds.ts';
import type { Folder } from '../../contract/folders.ts';
import type { InputOf } from '../../contract/index.ts';
import { client } from '../client/client.ts';
import { counted } from '../lib/numbers.ts';
import { saveTextFile } from '../lib/save-file.ts';
import { showToast } from '../ui/toast.tsx';
import { toastFailure } from './undo.ts';

/** All subscriptions without a folder. */
export function saveSubscriptions(folder?: Pick<Folder, 'id' | 'name'>): Promise<void> {
  return save(folder ? { folderId: folder.id } : {}, folder?.name);
}

/** Chosen feeds, in the folders that they lie in. A single one names the file. */
export function saveFeeds(feeds: readonly Pick<FeedSummary, 'id' | 'title'>[]): Promise<void> {
  const [only, ...others] = feeds;
  return save({ feedIds: feeds.map(({ id }) => id) }, others.length === 0 ? only?.title : undefined);
}

async function save(wanted: InputOf<'opml.export'>, name: string | undefined): Promise<void> {
  const result = await client.call('opml.export', wanted);
  if (!result.ok) return toastFailure(result.error.message);
  const fileName = name?.replace(/[^\p{L}\p{N} -]/gu, '').trim() || 'broadsheet';
  saveTextFile(`${fileName}.opml`, result.value.text, 'text/x-opml');
  showToast({ text: `Exported ${counted(result.value.feeds, 'feed', 'feeds')}` });
}
