/** Finds the notes at an article's end, which pages mark in a dozen ways: the last list that the text leads to. */

/** An arrow, with or without the sign that says how it is drawn. */
const wayBack = /^\s*(?:[↩↑⤴^⏎↵]\p{Variation_Selector}?\s*)+$/u;

export function finishNotes(fragment: DocumentFragment): void {
  const list = [...fragment.querySelectorAll('ol')].at(-1);
  if (!list || list.closest('li, blockquote, td') || !isOfNotes(list, fragment)) return;
  list.classList.add('notes');
  // Ours is drawn over the list; two would stand one above the other.
  const before = list.previousElementSibling;
  if (before?.nodeName === 'HR') before.remove();
  for (const link of list.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    if (!wayBack.test(link.textContent ?? '')) continue;
    link.classList.add('way-back');
    link.setAttribute('aria-label', 'Back to the text');
  }
}

/** Each note has a name that the text before it links to. */
function isOfNotes(list: HTMLOListElement, fragment: DocumentFragment): boolean {
  const notes = [...list.children];
  if (notes.length === 0) return false;
  const led = new Set(
    [...fragment.querySelectorAll('a[href^="#"]')]
      .filter((link) => !list.contains(link))
      .map((link) => link.getAttribute('href')?.slice(1) ?? ''),
  );
  const isNote = (item: Element) => [item, ...item.querySelectorAll('[id]')].some(({ id }) => id !== '' && led.has(id));
  return notes.filter(isNote).length * 2 >= notes.length;
}
