/** Tells a corrected spelling from another word: two letters changed places, or one was missing, doubled or too many. */

const shortestWord = 4;
const negations = /^(?:not|never|none|without|kein\w*|nicht|jamais|nunca)$/iu;

export function isTypo(one: string, other: string): boolean {
  if (one === other || !/^\p{L}+$/u.test(one) || !/^\p{L}+$/u.test(other)) return false;
  if (Math.max(one.length, other.length) < shortestWord || negations.test(one) || negations.test(other)) return false;
  // A plural and a verb's form are other words, and so is a name.
  if (/^\p{Lu}/u.test(one) !== /^\p{Lu}/u.test(other) || one[0] !== other[0]) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const start = commonStart(short, long);
  if (short.length === long.length) return isSwap(short.slice(start), long.slice(start));
  const isLast = start === short.length;
  return !isLast && long.length === short.length + 1 && short.slice(start) === long.slice(start + 1);
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function isSwap(one: string, other: string): boolean {
  return one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2);
}
