/** Answers with a file from disk, whole or in part: audio seeks by byte ranges (RFC 9110, section 14). */
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';

interface ByteRange {
  /** First and last byte, both included, counted from 0. */
  readonly first: number;
  readonly last: number;
}

/**
 * The one range that `header` asks for, `'whole'` when it asks for none (or for several, or in another unit: then the
 * whole file may be sent), or `'unsatisfiable'`.
 */
export function byteRange(header: string | null, sizeBytes: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match) return 'whole';
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return 'whole';
  if (from === '') {
    const tailBytes = Math.min(Number(to), sizeBytes);
    return tailBytes === 0 ? 'unsatisfiable' : { first: sizeBytes - tailBytes, last: sizeBytes - 1 };
  }
  const first = Number(from);
  const last = to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (to !== '' && Number(to) < first) return 'whole';
  return first >= sizeBytes ? 'unsatisfiable' : { first, last };
}

/**
 * The file at `path` as an answer to `request`, streamed; undefined when there is no such file. `headers` must name the
 * content type.
 */
export async function fileAnswer(
  request: Request,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response | undefined> {
  const file = await open(path).catch(() => undefined);
  if (!file) return undefined;
  const stat = await file.stat();
  if (!stat.isFile()) {
    await file.close();
    return undefined;
  }
  const range = byteRange(request.headers.get('range'), stat.size);
  const all = { ...headers, 'accept-ranges': 'bytes' };
  if (range === 'unsatisfiable' || request.method === 'HEAD') {
    await file.close();
    return range === 'unsatisfiable'
      ? new Response(null, { status: 416, headers: { ...all, 'content-range': `bytes */${stat.size}` } })
      : new Response(null, { headers: { ...all, 'content-length': String(stat.size) } });
  }
  const { first, last } = range === 'whole' ? { first: 0, last: stat.size - 1 } : range;
  const length = { 'content-length': String(last - first + 1) };
  const partial = range === 'whole' ? {} : { 'content-range': `bytes ${first}-${last}/${stat.size}` };
  if (stat.size === 0) await file.close();
  return new Response(stat.size === 0 ? '' : bodyOf(file.createReadStream({ start: first, end: last })), {
    status: range === 'whole' ? 200 : 206,
    headers: { ...all, ...length, ...partial },
  });
}

function bodyOf(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
