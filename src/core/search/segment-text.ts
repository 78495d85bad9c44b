/**
 * Sets words apart that are written without spaces, so that the full-text index finds Chinese, Japanese and Korean
 * words of one and two characters: each letter becomes a word, and a longer word is searched for as a phrase.
 */

const zeroWidthSpace = '\u200b';
const hasLetter = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\ud840-\ud888]/;
// Before each such letter that follows another one. Voicing and repetition marks belong to kana's block and count as letters.
const between =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆])/gu;

/** Text with U+200B between adjacent Han, kana and Hangul letters; other text comes back as it is. Idempotent. */
export function segmentText(text: string): string {
  return hasLetter.test(text) ? text.replace(between, zeroWidthSpace) : text;
}
