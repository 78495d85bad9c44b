/** Finds the stored file of a picture or sound for the page, by its publisher's address. */
import { isAbsolute, join, relative } from 'node:path';
import type { Transport } from '../contract/client.ts';
import type { OutputOf } from '../contract/index.ts';
import type { MediaFile } from './window-page.ts';

/** undefined when it cannot be had, and when the library names a file outside of its folder: a library may come from anywhere. */
export async function storedMedia(
  core: Pick<Transport, 'call'>,
  { url, libraryFolder }: { readonly url: string; readonly libraryFolder: string },
): Promise<MediaFile | undefined> {
  const found = await core.call('media.get', { url });
  if (!found.ok) return undefined;
  const media = found.value as OutputOf<'media.get'>;
  const path = join(libraryFolder, media.path);
  const inside = relative(libraryFolder, path);
  return inside.startsWith('..') || isAbsolute(inside) ? undefined : { path, contentType: media.mimeType };
}
