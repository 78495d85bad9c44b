/** Guesses the encoding of bytes that carry no usable label and are not UTF-8. */

import iconv from 'iconv-lite';
import { guessByLetters, isLatin } from './guess-by-letters.ts';
import { upperWindows1252 } from './windows-1252.ts';

const sampleBytes = 16_384; // enough characters to tell scripts apart, cheap enough for every broken feed
const surely = 0.75; // no text of another script has so many of an alphabet's frequent letters
const multiByte = ['shift_jis', 'euc-jp', 'euc-kr', 'big5', 'gb18030'] as const;

/** An encoding that iconv-lite knows, or 'utf-8' where most of the bytes are UTF-8 with a few strays. */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = textBytes(bytes);
  if (looksLikeBrokenUtf8(sample)) return 'utf-8';
  const buffer = Buffer.from(sample);
  const lettered = guessByLetters(buffer);
  if (lettered !== undefined && lettered.score > surely) return lettered.encoding;
  // Half of Shift_JIS is ASCII letters too, but no Latin text reads as kana.
  const candidates = isLatin(buffer) ? (['shift_jis'] as const) : multiByte;
  let best = { encoding: 'windows-1252', score: 0 };
  for (const encoding of candidates) {
    const score = asianScore(iconv.decode(buffer, encoding), encoding);
    if (score > best.score) best = { encoding, score };
  }
  if (best.score > 0.8) return best.encoding;
  return lettered?.encoding ?? 'windows-1252';
}

/** Only stretches around non-ASCII bytes say anything. */
function textBytes(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return first === -1 ? bytes.subarray(0, 0) : bytes.subarray(first, first + sampleBytes);
}

function looksLikeBrokenUtf8(sample: Uint8Array): boolean {
  let sound = 0;
  let stray = 0;
  for (let at = 0; at < sample.length; ) {
    const length = sequenceLength(sample, at);
    if (length === 0) stray++;
    else if (length > 1) sound++;
    at += Math.max(1, length);
  }
  return sound > stray;
}

/** Bytes of the sound UTF-8 sequence that starts here, 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let next = at + 1; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Reads sound sequences as UTF-8 and every stray byte as Windows-1252: two sources were pasted together. */
export function decodeMixed(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const decoder = new TextDecoder('utf-8');
  let soundFrom = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    pieces.push(decoder.decode(bytes.subarray(soundFrom, at)), singleByte(bytes[at] ?? 0));
    at++;
    soundFrom = at;
  }
  pieces.push(decoder.decode(bytes.subarray(soundFrom)));
  return pieces.join('');
}

function singleByte(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? upperWindows1252(byte) : String.fromCharCode(byte);
}

/** Share of the non-ASCII characters that are common in the script of the encoding, with a heavy cost for what could not be read. */
function asianScore(text: string, encoding: string): number {
  let good = 0;
  let kana = 0;
  let bad = 0;
  let all = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    all++;
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || (code >= 0xff61 && code <= 0xff9f)) bad++;
    else if (isCommon(code, encoding)) good++;
    if (code >= 0x3040 && code <= 0x30ff) kana++;
  }
  if (all === 0) return 0;
  // No Japanese text goes without kana; Korean and Chinese bytes read as Japanese have next to none.
  const isJapanese = encoding === 'shift_jis' || encoding === 'euc-jp';
  if (isJapanese && kana < all / 10) return 0;
  // The same bytes make rare characters of Chinese; nothing but Japanese makes so many kana of them.
  const isSurelyJapanese = isJapanese && bad === 0 && kana > all / 4;
  return (good - 4 * bad) / all + (isSurelyJapanese ? 0.5 : 0);
}

function isCommon(code: number, encoding: string): boolean {
  const isKana = code >= 0x3040 && code <= 0x30ff;
  const isHangul = code >= 0xac00 && code <= 0xd7a3;
  const isPunctuation = (code >= 0x3000 && code <= 0x303f) || (code >= 0xff01 && code <= 0xff5e);
  if (isPunctuation) return true;
  if (encoding === 'euc-kr') return isHangul;
  if (encoding === 'shift_jis' || encoding === 'euc-jp') return isKana || isKanjiLike(code, 0.9);
  return isKanjiLike(code, 1);
}

function isKanjiLike(code: number, share: number): boolean {
  // The upper part of the block is rare in running text and common in wrong readings.
  return code >= 0x4e00 && code <= 0x4e00 + (0x9fa5 - 0x4e00) * share;
}
