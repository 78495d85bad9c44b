/** A headline whose short hyphened words stay whole: 'two-thirds' over two lines reads as two words. */

const hyphened = /(\p{L}+(?:-\p{L}+)+)/u;
/** Longer ones may break: a narrow column has no room for them. */
const mostLetters = 18;

export function Unbroken({ text }: { readonly text: string }) {
  if (!text.includes('-')) return text;
  // What the expression caught stands at every second place.
  return text.split(hyphened).map((part, place) =>
    place % 2 === 1 && part.length <= mostLetters ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
      <span key={place} className="unbroken">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
