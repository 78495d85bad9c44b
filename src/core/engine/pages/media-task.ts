/** Fetches one picture or sound and keeps it in the media folder. */
import { join } from 'node:path';
import { ok, type Result } from '../../../contract/errors.ts';
import { fetchResource } from '../../feeds/fetching/fetch-resource.ts';
import type { Login } from '../../lib/logins.ts';
import { type StoredMedia, storeMedia } from '../../reading/media-store.ts';
import { readHostAndPort } from '../fetching/private-hosts.ts';
import type { TaskContext } from '../task-context.ts';

export const mediaFolderName = 'media';

// A podcast of two hours; pictures are far smaller.
const mostBytes = 200 * 1024 * 1024;
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
      signal: context.signal,
      ...(input.login !== null && { login: input.login }),
    },
    { client: context.client, clock: context.clock },
  );
  if (outcome.kind === 'failed') return { ok: false, error: outcome.error };
  const bytes = outcome.kind === 'fetched' ? outcome.bytes : new Uint8Array();
  const stored = await storeMedia(join(context.libraryFolder, mediaFolderName), bytes);
  return stored.ok ? ok({ ...stored.value, path: `${mediaFolderName}/${stored.value.path}` }) : stored;
}
