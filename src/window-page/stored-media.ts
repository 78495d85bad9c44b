/** Finds the stored file of a picture or sound for the page, by its publisher's address. */
import type { Transport } from '../contract/client.ts';
import type { OutputOf } from '../contract/index.ts';
import { hashInMediaPath, isMediaType } from '../core/lib/own-files/media-path.ts';
import { isPlainFile, placeInside } from '../core/lib/own-files/plain-files.ts';
import type { MediaFile, MediaKind } from './window-page.ts';

/** undefined when it cannot be had, and when the library names a file outside of its folder: a library may come from anywhere. */
export async function storedMedia(
  core: Pick<Transport, 'call'>,
  { url, kind, libraryFolder }: { readonly url: string; readonly kind?: MediaKind; readonly libraryFolder: string },
): Promise<MediaFile | undefined> {
  const found = await core.call('media.get', { url, kind });
  if (!found.ok) return undefined;
  const media = found.value as OutputOf<'media.get'>;
  const { path, mimeType } = media;
  if (hashInMediaPath(path) === undefined || !isMediaType(mimeType) || !isPlainFile(libraryFolder, path))
    return undefined;
  return { path: placeInside(libraryFolder, path), contentType: mimeType };
}
