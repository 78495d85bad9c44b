/** Fetches one picture or sound and keeps it in the media folder. */
import { join } from 'node:path';
import { ok, type Result } from '../../../contract/errors.ts';
import { fetchFailure } from '../../feeds/diary/explain-failure.ts';
import { fetchResource } from '../../feeds/fetching/fetch-resource.ts';
import type { Login } from '../../lib/logins.ts';
import { mediaFolderName } from '../../lib/own-files/media-path.ts';
import { type StoredMedia, storeMedia } from '../../reading/media-store.ts';
import { sniffMedia } from '../../reading/sniff-media.ts';
import { readHostAndPort } from '../fetching/private-hosts.ts';
import type { TaskContext } from '../task-context.ts';

// A podcast of two hours.
const mostBytes = 200 * 1024 * 1024;
// The largest photographs that newspapers send have 10 MB, a camera's own 15. It holds for what comes packed as well,
// unpacked: neither pictures nor sounds get smaller by that, and a few KB can become any size.
const mostPictureBytes = 20 * 1024 * 1024;
const longestMs = 60_000;

export async function mediaTask(
  context: TaskContext,
  input: { readonly url: string; readonly allowPrivate: readonly string[]; readonly login: Login | null },
): Promise<Result<StoredMedia>> {
  const outcome = await fetchResource(
    {
      url: input.url,
      accept: 'image/avif,image/webp,image/*,audio/*,video/*;q=0.9,*/*;q=0.5',
      allowPrivate: input.allowPrivate.map(readHostAndPort),
      limits: { maxBytes: mostBytes, totalMs: longestMs },
      maxBytesOf: (headers) => (isPlainSound(headers) ? mostBytes : mostPictureBytes),
      signal: context.signal,
      ...(input.login !== null && { login: input.login }),
    },
    { client: context.client, clock: context.clock },
  );
  if (outcome.kind === 'failed') return { ok: false, error: outcome.error };
  const bytes = outcome.kind === 'fetched' ? outcome.bytes : new Uint8Array();
  // a server that calls a picture a sound has sent all of it
  if (bytes.byteLength > mostPictureBytes && sniffMedia(bytes)?.kind === 'picture')
    return { ok: false, error: fetchFailure('too_large', { url: input.url, limitBytes: mostPictureBytes }) };
  const stored = await storeMedia(join(context.libraryFolder, mediaFolderName), bytes);
  return stored.ok ? ok({ ...stored.value, path: `${mediaFolderName}/${stored.value.path}` }) : stored;
}

function isPlainSound(headers: Readonly<Record<string, string>>): boolean {
  return headers['content-encoding'] === undefined && /^(?:audio|video)\//i.test(headers['content-type'] ?? '');
}
