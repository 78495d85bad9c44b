/** What the index takes for a word: letters and digits of any script with their marks. Everything else parts words. */
import { segmentText } from './segment-text.ts';

const wordRun = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** The words of a text as the index has them: Chinese, Japanese and Korean letters are one word each. */
export function wordsIn(text: string): string[] {
  return segmentText(text).match(wordRun) ?? [];
}

export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}\p{Co}]/u.test(text);
}

/** Lower case, accents gone, curly quotes straight: how words and names are compared. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’‚‛]/g, "'")
    .toLowerCase();
}
