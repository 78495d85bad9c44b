/** A light English stemmer: plural, -ed, -ing and a final -e. Enough to bring "fires", "fired" and "firing" together, too little to confuse names. */

const doubled = /([bdfgkmnprt])\1$/;

/** `word` in lower case. Words with digits and words under 4 letters are left alone. */
export function stemEnglish(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const bare = withoutEnding(withoutPlural(word));
  return bare.length > 3 && bare.endsWith('e') ? bare.slice(0, -1) : bare;
}

function withoutPlural(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('s') && !/(ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

function withoutEnding(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return single(word.slice(0, -3));
  if (word.length > 4 && word.endsWith('ed')) return single(word.slice(0, -2));
  return word;
}

function single(word: string): string {
  return doubled.test(word) ? word.slice(0, -1) : word;
}
