/** What was just put into a new folder should be seen in the sidebar. */
import type { Folder } from '../../contract/folders.ts';
import { client } from './client.ts';
import { rememberState, windowState } from './window-state.ts';

/** Shows every folder open that is not among those of `before`. */
export async function openNewFolders(before: readonly Folder[]): Promise<void> {
  const folders = await client.call('folders.list', {});
  if (!folders.ok) return;
  const known = new Set(before.map(({ id }) => id));
  const made = folders.value.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  if (made.length > 0) rememberState({ openFolders: [...windowState.get().openFolders, ...made] });
}
