/** Saves subscriptions as an OPML file where the reader's browser or desktop saves files. */
import type { Folder } from '../../../contract/folders.ts';
import { toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { counted } from '../../lib/numbers.ts';
import { showToast } from '../../ui/toast.tsx';

/** All subscriptions without a folder. */
export async function saveSubscriptions(folder?: Pick<Folder, 'id' | 'name'>): Promise<void> {
  const result = await client.call('opml.export', folder ? { folderId: folder.id } : {});
  if (!result.ok) return toastFailure(result.error.message);
  const address = URL.createObjectURL(new Blob([result.value.text], { type: 'text/x-opml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${folder ? folder.name.replace(/[^\p{L}\p{N} -]/gu, '') : 'broadsheet'}.opml`;
  link.click();
  // The download has its own hold on the data by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  showToast({ text: `Exported ${counted(result.value.feeds, 'feed', 'feeds')}` });
}
