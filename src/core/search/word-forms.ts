/**
 * Other forms under which a word is looked for, since the index holds words as they stand: English number and verb
 * endings, German ß and written-out umlauts. A form that no article has costs one look into the index. Words in
 * quotation marks are looked for as they stand. docs/decisions say why here and not in the index.
 */

// End in s and are no plurals, or have the look of an ending that is none.
const unchanging = new Set(
  'news series species means politics economics physics mathematics athletics gas bus this his was has does always perhaps across besides various thing during evening morning nothing something anything everything ceiling sibling bed red need seed speed feed indeed hundred sacred'.split(
    ' ',
  ),
);
const vowel = /[aeiouy]/;
const mostForms = 8;

/** The forms without the word itself; empty for words of other scripts, short words and numbers. */
export function wordForms(word: string): readonly string[] {
  const lower = word.toLowerCase();
  const forms = new Set<string>(/^[a-z]{3,24}$/.test(lower) ? englishForms(lower) : []);
  for (const form of germanSpellings(lower)) forms.add(form);
  forms.delete(lower);
  return [...forms].slice(0, mostForms);
}

function englishForms(word: string): string[] {
  if (unchanging.has(word)) return [];
  const bases = baseForms(word);
  const wasInflectedVerb = bases.length > 0 && /(ed|ing)$/.test(word);
  const stems = bases.length > 0 ? bases : [word];
  return stems.flatMap((stem) => [stem, plural(stem), ...(wasInflectedVerb ? verbForms(stem) : [])]);
}

/** What a word with an ending may come from; empty when it has none. */
function baseForms(word: string): string[] {
  if (word.length >= 5 && word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  if (/(ss|us|is|os|as)$/.test(word)) return [];
  if (/(s|x|z|ch|sh|o)es$/.test(word) && word.length >= 5) return [word.slice(0, -2), word.slice(0, -1)];
  if (word.length >= 4 && word.endsWith('s')) return [word.slice(0, -1)];
  if (word.length >= 5 && word.endsWith('ied')) return [`${word.slice(0, -3)}y`];
  const ending = /(ed|ing)$/.exec(word)?.[0];
  const stem = ending === undefined ? '' : word.slice(0, -ending.length);
  if (stem.length < 3 || stem.endsWith('e') || !vowel.test(stem)) return [];
  const isDoubled = /([bdgklmnprt])\1$/.test(stem);
  return isDoubled ? [stem.slice(0, -1), stem] : [stem, `${stem}e`];
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function verbForms(base: string): string[] {
  if (base.endsWith('e')) return [`${base}d`, `${base.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ied`, `${base}ing`];
  return [`${base}ed`, `${base}ing`];
}

/** "Strasse" for "Straße" and the other way round, "Koln" (which is Köln without its accent) for "Koeln". */
function germanSpellings(word: string): string[] {
  const spellings: string[] = [];
  if (word.includes('ß')) spellings.push(word.replaceAll('ß', 'ss'));
  else if (/[aeiouäöü]ss[a-zäöü]|[aeiouäöü]ss$/.test(word) && word.length >= 5)
    spellings.push(word.replaceAll('ss', 'ß'));
  const umlaut = word.replace(/(?<=[bcdfghjklmnprstvwz])([aou])e(?=[bcdfghjklmnprstvwxz])/g, '$1');
  if (umlaut !== word && word.length >= 5) spellings.push(umlaut);
  return spellings;
}
