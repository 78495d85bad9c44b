/** Which way a publisher's words run. */

const rightToLeft = /^(?:ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb|ku-arab|az-arab|pa-arab)(?:-|$)/i;
const firstStrong =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const rightToLeftLetter = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

interface Wording {
  readonly title: string;
  readonly opening: string;
  readonly language: string | null;
}

/** Of an article's headline, as its letters say; a text without letters goes by its language. */
export function directionOf({ title, opening, language }: Wording): 'ltr' | 'rtl' {
  const letter = firstStrong.exec(title || opening)?.[0];
  if (letter !== undefined) return rightToLeftLetter.test(letter) ? 'rtl' : 'ltr';
  return rightToLeft.test(language ?? '') ? 'rtl' : 'ltr';
}
