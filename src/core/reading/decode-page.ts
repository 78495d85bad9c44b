/** Bytes of a web page to text: by mark, by header, by what its own head says, else UTF-8, else by its letters. */

import iconv from 'iconv-lite';
import { decodeMixed, guessEncoding } from '../lib/sniff-encoding.ts';

/** Names under which pages declare a part of what they use (Encoding Standard 4.2). */
const widened: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'x-sjis': 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
};

/** Never throws; bytes that are nothing in the encoding become U+FFFD. */
export function decodePage(bytes: Uint8Array, contentType?: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return iconv.decode(buffer, 'utf-16le');
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return iconv.decode(buffer, 'utf-16be');
  const head = buffer.toString('latin1', 0, 4096);
  const stated = [
    /charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1],
    /<meta\s[^<>]*?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(head)?.[1],
    /^\s*<\?xml[^<>]*?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i.exec(head)?.[1],
  ];
  const labels = stated.flatMap((label) => usableLabel(label) ?? []);
  // Servers put Latin-1 on everything: a page that says otherwise of itself knows better.
  const encoding = labels.find((label, at) => label !== 'windows-1252' || at === labels.length - 1);
  // What is sound UTF-8 is UTF-8, also where it calls itself Latin-1; other encodings are believed.
  const isWestern = encoding === undefined || /^(?:utf-?8|windows-125|iso-8859)/i.test(encoding);
  const text = isWestern ? soundUtf8(buffer) : undefined;
  if (text !== undefined) {
    return text;
  }
  // iconv-lite does not know this one; the platform does.
  if (encoding === 'iso-2022-jp') return new TextDecoder(encoding).decode(buffer);
  const read = encoding === undefined || /^utf-?8$/i.test(encoding) ? guessEncoding(buffer) : encoding;
  return read === 'utf-8' ? decodeMixed(buffer) : iconv.decode(buffer, read);
}

function usableLabel(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const known = widened[label.toLowerCase()] ?? label.toLowerCase();
  return known === 'iso-2022-jp' || iconv.encodingExists(known) ? known : undefined;
}

function soundUtf8(buffer: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
  } catch {
    return undefined; // the decoder's only way to say that it is not UTF-8
  }
}
