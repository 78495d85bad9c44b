/** Finding a setting by the words of its name and of what it does. */
import { createContext, useContext } from 'react';

export const WordsContext = createContext('');

/** Every word must begin a word of the text. No words: everything is found. */
export function hasWords(text: string, words: string): boolean {
  const inText = text.toLocaleLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words
    .toLocaleLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((word) => inText.some((candidate) => candidate.startsWith(word)));
}

/** Whether what has this text is to be drawn now. */
export function useIsFound(...texts: readonly (string | undefined)[]): boolean {
  return hasWords(texts.join(' '), useContext(WordsContext));
}
