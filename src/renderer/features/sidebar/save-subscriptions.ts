/** Saves subscriptions as an OPML file where the reader's browser or desktop saves files. */
import type { Folder } from '../../../contract/folders.ts';
import { toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { counted } from '../../lib/numbers.ts';
import { saveTextFile } from '../../lib/save-file.ts';
import { showToast } from '../../ui/toast.tsx';

/** All subscriptions without a folder. */
export async function saveSubscriptions(folder?: Pick<Folder, 'id' | 'name'>): Promise<void> {
  const result = await client.call('opml.export', folder ? { folderId: folder.id } : {});
  if (!result.ok) return toastFailure(result.error.message);
  const name = folder?.name.replace(/[^\p{L}\p{N} -]/gu, '').trim() || 'broadsheet';
  saveTextFile(`${name}.opml`, result.value.text, 'text/x-opml');
  showToast({ text: `Exported ${counted(result.value.feeds, 'feed', 'feeds')}` });
}
