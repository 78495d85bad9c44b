/** How English, German, French and Spanish write figures: number words, scales, currencies, measures, months. */

export type FigureLanguage = 'en' | 'de' | 'fr' | 'es';

type Numbers = Readonly<Record<string, number>>;

const inOrder = (words: string, from: number): [string, number][] =>
  words.split(' ').map((word, at): [string, number] => [word, from + at]);
const inTens = (words: string): [string, number][] =>
  words.split(' ').map((word, at): [string, number] => [word, 20 + at * 10]);

// "one" and its like are articles as often as figures.
const numberWords: Record<FigureLanguage, Numbers> = {
  en: Object.fromEntries([
    ...inOrder('two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen', 2),
    ...inOrder('seventeen eighteen nineteen', 17),
    ...inTens('twenty thirty forty fifty sixty seventy eighty ninety'),
  ]),
  de: Object.fromEntries([
    ...inOrder('zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn', 2),
    ...inOrder('siebzehn achtzehn neunzehn', 17),
    ...inTens('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'),
  ]),
  fr: Object.fromEntries([
    ...inOrder('deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize', 2),
    ...inTens('vingt trente quarante cinquante soixante'),
  ]),
  es: Object.fromEntries([
    ...inOrder('dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis', 2),
    ...inTens('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'),
  ]),
};

const thousand = 1e3;
const million = 1e6;
const scales: Record<FigureLanguage, Numbers> = {
  en: {
    ...{ hundred: 100, thousand, k: thousand, million, millions: million, m: million, mn: million, mln: million },
    ...{ billion: 1e9, bn: 1e9, bln: 1e9, b: 1e9, trillion: 1e12, tn: 1e12, trn: 1e12 },
  },
  de: {
    ...{ hundert: 100, tausend: thousand, 'tsd.': thousand, tsd: thousand, million, millionen: million, mio: million },
    ...{ milliarde: 1e9, milliarden: 1e9, mrd: 1e9, billion: 1e12, billionen: 1e12 },
  },
  fr: {
    ...{ cent: 100, cents: 100, mille: thousand, million, millions: million, m: million },
    ...{ milliard: 1e9, milliards: 1e9, md: 1e9, mds: 1e9, billion: 1e12, billions: 1e12 },
  },
  es: {
    ...{ mil: thousand, millón: million, millones: million, mill: million, billón: 1e12, billones: 1e12 },
  },
};

const currencies: Readonly<Record<string, string>> = {
  ...{ '€': 'EUR', eur: 'EUR', euro: 'EUR', euros: 'EUR', '£': 'GBP', gbp: 'GBP', pound: 'GBP', pounds: 'GBP' },
  ...{ $: 'USD', usd: 'USD', dollar: 'USD', dollars: 'USD', dólares: 'USD', us$: 'USD', '¥': 'JPY', yen: 'JPY' },
  ...{ chf: 'CHF', franken: 'CHF', francs: 'CHF', kronor: 'SEK', crowns: 'crown', pesos: 'peso', rupees: 'INR' },
};

const zones: Readonly<Record<string, number>> = {
  ...{ gmt: 0, utc: 0, bst: 60, cet: 60, cest: 120, mez: 60, mesz: 120, edt: -240, cdt: -300, mdt: -360, pdt: -420 },
  ...{ pst: -480, jst: 540 },
};

const months: Record<FigureLanguage, readonly string[]> = {
  en: 'january february march april may june july august september october november december'.split(' '),
  de: 'januar februar märz april mai juni juli august september oktober november dezember'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};
const shortMonths = 'jan feb mar apr may jun jul aug sept oct nov dec'.split(' ');

export function isFigureLanguage(language: string): language is FigureLanguage {
  return Object.hasOwn(numberWords, language);
}

const unitsAfterTens = /^(\p{L}+)-(\p{L}+)$/u;
const germanTens = /^(ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und(\p{L}+)$/u;

/** "eleven", "forty-two", "dreiundzwanzig"; undefined for any other word. `word` in lower case. */
export function numberOfWord(word: string, language: FigureLanguage): number | undefined {
  const known = numberWords[language];
  const [, tens, units] = unitsAfterTens.exec(word) ?? [];
  if (tens !== undefined && units !== undefined) {
    const [a, b] = [known[tens], units === 'one' ? 1 : known[units]];
    return a !== undefined && b !== undefined && a >= 20 && b < 10 ? a + b : undefined;
  }
  const [, ones, ten] = language === 'de' ? (germanTens.exec(word) ?? []) : [];
  if (ones !== undefined && ten !== undefined) {
    const a = known[ten];
    return a === undefined ? undefined : a + (ones === 'ein' ? 1 : (known[ones] ?? 0));
  }
  return Object.hasOwn(known, word) ? known[word] : undefined;
}

export function scaleOf(word: string, language: FigureLanguage): number | undefined {
  return Object.hasOwn(scales[language], word) ? scales[language][word] : undefined;
}

export function currencyOf(word: string): string | undefined {
  return Object.hasOwn(currencies, word) ? currencies[word] : undefined;
}

/** Minutes before (-) or after Greenwich. EST and CST are left out: other countries write them too. */
export function zoneOf(word: string): number | undefined {
  return Object.hasOwn(zones, word) ? zones[word] : undefined;
}

/** 1 to 12; undefined for any other word. */
export function monthOf(word: string, language: FigureLanguage): number | undefined {
  const at = months[language].indexOf(word);
  if (at >= 0) return at + 1;
  const short = language === 'en' && word !== 'may' ? shortMonths.indexOf(word) : -1;
  return short >= 0 ? short + 1 : undefined;
}

const decimalComma: ReadonlySet<FigureLanguage> = new Set(['de', 'fr', 'es']);

/** The value of digits as a language writes them; undefined where they can be read in two ways. */
export function valueOfDigits(digits: string, language: FigureLanguage): number | undefined {
  const bare = digits.replace(/[\s'’]/g, '');
  if (/^\d+$/.test(bare)) return Number(bare);
  const [decimal, group] = decimalComma.has(language) ? [',', '.'] : ['.', ','];
  const parts = bare.split(decimal);
  if (parts.length > 2) return undefined;
  const [whole = '', fraction = ''] = parts;
  const groups = whole.split(group);
  if (groups.slice(1).some((part) => part.length !== 3) || fraction.includes(group)) return undefined;
  // "4.200" in English may be a foreign 4,200.
  if (groups.length === 1 && fraction.length === 3 && whole !== '0') return undefined;
  return Number(`${groups.join('')}.${fraction || '0'}`);
}
