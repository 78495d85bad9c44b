/**
 * How well a title answers a few letters; 0: not at all. Its beginning beats the beginning of a word, which beats letters
 * inside one, which beats the same letters apart. Shorter titles win among equals. Everything matches nothing typed.
 */
export function matchRank(title: string, sought: string): number {
  if (sought === '') return 1;
  const text = plain(title);
  const letters = plain(sought);
  const shortness = 1 / (1 + text.length);
  if (text.startsWith(letters)) return 4 + shortness;
  if (text.split(/[\s\-/&]+/).some((word) => word.startsWith(letters))) return 3 + shortness;
  if (text.includes(letters)) return 2 + shortness;
  return letters.length > 2 && holdsInOrder(text, letters) ? 1 + shortness : 0;
}

/** Whatever the accents and capitals: 'zur' finds 'Zürich'. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function holdsInOrder(text: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
