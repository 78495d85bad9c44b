/** Text into words that keep their letters, for topics: what is shown is what the publisher wrote. */

export interface TopicToken {
  /** As written, without the article before an apostrophe and without the possessive. */
  readonly raw: string;
  /** Lower case, accents folded. */
  readonly text: string;
  readonly capital: boolean;
  readonly hasDigit: boolean;
  /** First of its sentence, heading or quotation, where a capital says nothing. */
  readonly opens: boolean;
  /** Only a space or hyphen lies between it and the word before. */
  readonly adjoins: boolean;
  /** What lies before it, when it adjoins. */
  readonly gap: string;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[.'’][\p{L}\p{M}\p{N}]+)*/gu;
const elision = /^(?:[cdjlmnst]|qu|dell|all|sull|nell|dall|un|gl)['’](?=\p{L})/iu;

export function topicTokens(text: string): TopicToken[] {
  const tokens: TopicToken[] = [];
  let end = -1;
  for (const match of text.matchAll(wordPattern)) {
    const written = match[0].replace(/['’]s?$/i, '');
    const bare = written.replace(elision, '');
    const gap = end < 0 ? '' : text.slice(end, match.index);
    const isElided = bare.length < written.length;
    end = match.index + match[0].length;
    tokens.push({
      raw: bare.replace(/['’]s$/i, ''),
      text: folded(bare),
      capital: /^\p{Lu}/u.test(bare),
      hasDigit: /\p{N}/u.test(bare),
      opens: (tokens.length === 0 || /[.!?:;…“”"«»„|()\n–—]/.test(gap)) && !isElided,
      // What an article was left off from begins a name of its own; a possessive ends one.
      adjoins:
        tokens.length > 0 && /^[\s-]$/.test(gap) && !isElided && !/['’]s?$/i.test(text.slice(0, match.index).trimEnd()),
      gap: gap === '-' ? '-' : ' ',
    });
  }
  return tokens;
}

function folded(word: string): string {
  return word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss');
}
