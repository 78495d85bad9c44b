/** Bytes of a subscription list to text: by mark, by declaration, else UTF-8, else windows-1252. */

import iconv from 'iconv-lite';

/** Never throws; bytes that are nothing in the encoding become U+FFFD. */
export function decodeList(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = wideEncoding(buffer);
  if (wide !== undefined) {
    return iconv.decode(buffer, wide);
  }
  const declared = /<\?xml[^<>]*?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/i.exec(
    buffer.toString('latin1', 0, 400),
  )?.[1];
  const isUtf8 = validUtf8(buffer);
  // Lists that passed through several programs often declare one encoding and are in another.
  if (isUtf8 !== undefined) {
    return isUtf8;
  }
  const encoding =
    declared !== undefined && !/^utf-?8$/i.test(declared) && iconv.encodingExists(declared) ? declared : 'windows-1252';
  return iconv.decode(buffer, /^(?:iso-?8859-1|latin-?1|us-ascii|ascii)$/i.test(encoding) ? 'windows-1252' : encoding);
}

function wideEncoding(buffer: Buffer): string | undefined {
  const [first, second] = buffer;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  return undefined;
}

function validUtf8(buffer: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
  } catch {
    return undefined; // the decoder's only way to say that it is not UTF-8
  }
}
