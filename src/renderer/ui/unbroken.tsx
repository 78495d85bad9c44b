/** A headline whose short hyphened words stay whole: 'two-thirds' over two lines reads as two words. */
import { Fragment } from 'react';

const hyphened = /\p{L}-\p{L}/u;
/** Longer ones may break: a narrow column has no room for them. */
const mostLetters = 18;

export function Unbroken({ text }: { readonly text: string }) {
  if (!text.includes('-')) return text;
  return text.split(' ').map((word, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text never change places
    <Fragment key={place}>
      {place > 0 && ' '}
      {word.length <= mostLetters && hyphened.test(word) ? <span className="unbroken">{word}</span> : word}
    </Fragment>
  ));
}
