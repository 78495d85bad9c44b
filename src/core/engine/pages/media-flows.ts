/** Pictures and sounds: fetched once when first shown, after feeds, one request a host; then from the media folder. */
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { Settings } from '../../../contract/settings.ts';
import { HostQueue, systemAlarm } from '../../feeds/fetching/host-queue.ts';
import { queueHostOf } from '../../feeds/fetching/host-state.ts';
import { hashInMediaPath, isMediaType, mediaFolderName } from '../../lib/own-files/media-path.ts';
import { isPlainFile } from '../../lib/own-files/plain-files.ts';
import { removeMedia, type StoredMedia } from '../../reading/media-store.ts';
import type { FlowParts } from '../flow-parts.ts';
import type { Flows } from '../router.ts';
import { tookTooLong } from '../workers/lost-calls.ts';

type Media = OutputOf<'media.get'>;

// A picture that could not be had is asked for again after this; a page full of them must not ask at each look.
const tryAgainAfterMs = 3_600_000;
// The folder is measured against its limit after so many new bytes: a file may have ten bytes or 20 MB.
const evictEveryBytes = 8 * 1024 * 1024;
// A day: whatever holds a worker would hold the next one as well.
const heldAWorkerRestMs = 86_400_000;
const picturesAtOnce = 6;

export function mediaFlows(parts: FlowParts) {
  const desk = new MediaDesk(parts);
  return { 'media.get': (input) => desk.get(input) } satisfies Partial<Flows>;
}

class MediaDesk {
  readonly #parts: FlowParts;
  readonly #queue: HostQueue<Result<StoredMedia>>;
  /** Since it was measured last. */
  #newBytes = 0;

  constructor(parts: FlowParts) {
    this.#parts = parts;
    this.#queue = new HostQueue({
      clock: parts.clock,
      alarm: systemAlarm,
      random: Math.random,
      atOnce: picturesAtOnce,
      holdMs: () => undefined,
    });
  }

  async get({ url, kind }: ParsedInputOf<'media.get'>): Promise<Result<Media>> {
    const address = URL.parse(url);
    if (address === null || !/^https?:$/.test(address.protocol))
      return fail('bad_address', 'This is not the address of a picture.', { url });
    const choice = kind === 'sound' ? 'fetch' : await this.#choice();
    if (choice === 'never') return fail('not_found', 'Pictures are switched off.', { url });
    const kept = await this.#kept(url);
    if (kept !== undefined) return kept;
    if (choice === 'kept') return fail('not_found', 'This picture is not in the library.', { url });
    const fetched = await this.#queue.enqueue({
      key: url,
      host: queueHostOf(address),
      priority: 'picture',
      run: () => this.#fetch(url),
    });
    if (fetched.kind !== 'ran') return fail('rate_limited', 'The host asked us to wait.', { url });
    if (!fetched.value.ok) return fetched.value;
    const { path, mimeType, sizeBytes, hash } = fetched.value.value;
    return ok({ path, mimeType, sizeBytes, hash });
  }

  /** What the reader lets be fetched: the window is not the only one who asks. */
  async #choice(): Promise<Settings['remotePictures']> {
    const settings = await this.#parts.asks.read('settings.get', {});
    return settings.ok ? settings.value.remotePictures : 'kept';
  }

  async #kept(url: string): Promise<Result<Media> | undefined> {
    const { asks, clock, options } = this.#parts;
    const row = await asks.read('media.at', { url });
    if (!row.ok) return row;
    if (row.value === null) return undefined;
    const { path, hash, mime_type: mimeType, size_bytes: sizeBytes, trouble, fetched_at: fetchedAt } = row.value;
    // the row may be of somebody else's library: what is shown is a picture or sound, and lies where ours do
    const isOurs = path !== null && hashInMediaPath(path) === hash && mimeType !== null && isMediaType(mimeType);
    if (isOurs && hash !== null && isPlainFile(options.libraryFolder, path)) {
      void asks.write('media.used', { urls: [url] });
      return ok({ path, mimeType, sizeBytes, hash });
    }
    if (trouble !== null && clock.now() - fetchedAt < restMs(trouble)) return fail('http_error', trouble, { url });
    return undefined;
  }

  async #fetch(url: string): Promise<Result<StoredMedia>> {
    const { asks } = this.#parts;
    const access = await asks.read('media.access', { url });
    const { allowPrivate, login } = access.ok ? access.value : { allowPrivate: [], login: null };
    const fetched = await asks.work('media.fetch', { url, allowPrivate, login });
    const stored = fetched.ok
      ? { ...fetched.value, trouble: null }
      : { path: null, hash: null, mimeType: null, sizeBytes: 0, trouble: fetched.error.message };
    await asks.write('media.store', {
      url,
      path: stored.path,
      hash: stored.hash,
      mimeType: stored.mimeType,
      sizeBytes: stored.sizeBytes,
      trouble: stored.trouble,
    });
    this.#newBytes += stored.sizeBytes;
    if (this.#newBytes >= evictEveryBytes) await this.#evict();
    return fetched;
  }

  async #evict(): Promise<void> {
    const { asks, options } = this.#parts;
    this.#newBytes = 0;
    const settings = await asks.read('settings.get', {});
    if (!settings.ok) return;
    const gone = await asks.write('media.evict', { capBytes: settings.value.mediaCacheMb * 1024 * 1024 });
    if (!gone.ok) return;
    const inFolder = gone.value
      .filter((path) => hashInMediaPath(path) !== undefined)
      .map((path) => path.slice(mediaFolderName.length + 1));
    await removeMedia(join(options.libraryFolder, mediaFolderName), inFolder);
  }
}

function restMs(trouble: string): number {
  return trouble === tookTooLong('media.fetch').error.message ? heldAWorkerRestMs : tryAgainAfterMs;
}
