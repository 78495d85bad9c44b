/** How a body is packed: what its Content-Encoding says, as far as its first bytes agree. */

export type Packing = 'gzip' | 'zlib' | 'deflate' | 'br' | 'zstd';

export type Unpacked =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'damaged' };

/** The layers from the inmost to the outmost, in lower case. A gzip file without Content-Encoding has one, too. */
export function encodingsOf(start: Buffer, contentEncoding: string | undefined): string[] {
  const encodings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  return encodings.length === 0 && isGzip(start) ? ['gzip'] : encodings;
}

/** Undefined for a body that is to be taken as it is: not packed though its header says so, or in a way nobody knows. */
export function packingOf(encoding: string, start: Buffer): Packing | undefined {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return isGzip(start) ? 'gzip' : undefined;
    case 'deflate':
      return isZlib(start) ? 'zlib' : 'deflate';
    case 'br':
      return 'br';
    case 'zstd':
      return isZstd(start) ? 'zstd' : undefined;
    default:
      return undefined;
  }
}

export function troubleOf(error: unknown): Unpacked {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'too_large' };
  return { kind: endedEarly.has(code) ? 'truncated' : 'damaged' };
}

const endedEarly: ReadonlySet<unknown> = new Set([
  'Z_BUF_ERROR',
  'ERR_BROTLI_DECODER_ERROR_UNEXPECTED_EOF',
  'ZSTD_error_srcSize_wrong',
]);

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function isZlib(bytes: Buffer): boolean {
  return bytes.length > 2 && (bytes.readUInt8(0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
}

function isZstd(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32LE(0) === 0xfd2fb528;
}
