/** The small words of each language, which say nothing about what a text is about but do tell its language. */

const lists: Readonly<Record<string, string>> = {
  en: `a an the and or but if then than that this these those of in on at to for from by with without into onto over
    under about after before between during against through is are was were be been being am it its he she they them
    their his her him we our us you your i my me not no nor so as do does did done have has had having will would can
    could should may might must shall there here when where who whom whose which what why how all any both each few more
    most other some such only own same too very just also up down out off again once because while until upon said says
    say told according re ve ll don doesn didn isn wasn aren weren won`,
  de: `der die das den dem des ein eine einer eines einem einen und oder aber wenn dann als dass dieser diese dieses von
    im in am an zu zur zum für aus mit ohne nach vor zwischen während gegen durch ist sind war waren sein wird werden
    wurde wurden es er sie ihr ihre sein seine wir uns nicht kein keine so wie auch nur noch schon sich auf bei über unter
    hat haben hatte kann können soll mehr sehr was wer wo man um bis mich mir dir`,
  fr: `le la les l un une des du de d et ou mais si alors que qui quoi ce cet cette ces dans en sur sous à au aux pour
    par avec sans après avant entre pendant contre est sont était être été il elle ils elles on nous vous je tu se sa son
    ses leur leurs ne pas plus moins très comme où quand dont aussi même tout tous toute fait ont a avait y n s c qu`,
  es: `el la los las un una unos unas de del y e o u pero si que quien cual este esta estos estas ese esa en sobre a al
    para por con sin tras antes entre durante contra es son era ser sido fue él ella ellos se su sus lo le les no ni más
    menos muy como donde cuando cuyo también todo todos toda ha han había hay ya desde hasta porque`,
  it: `il lo la i gli le un uno una di del della dei degli delle dello e o ma se che chi questo questa questi queste in
    nel nella nei nelle su sul sulla a al alla ai alle per con senza dopo prima tra fra contro è sono era essere stato
    stata si suo sua suoi loro non né più meno molto come dove quando anche tutto tutti ha hanno da dal dalla ci ne`,
  nl: `de het een en of maar als dan dat die deze dit van in op aan te voor uit met zonder na tussen tijdens tegen door
    is zijn was waren wordt werd worden hij zij ze hun haar hem wij ons niet geen zo ook nog al zich bij over onder heeft
    hebben had kan kunnen zal meer zeer wat wie waar er om tot naar`,
  pt: `o a os as um uma uns umas de do da dos das e ou mas se que quem este esta esse essa em no na nos nas sobre ao aos
    à às para por pelo pela com sem após antes entre durante contra é são era ser sido foi ele ela eles seu sua seus não
    nem mais menos muito como onde quando também todo todos já há até desde porque`,
  sv: `en ett den det de och eller men om att som i på av till för från med utan efter före mellan under mot genom är var
    vara blir blev han hon sin sitt sina inte ingen så också bara sig har hade kan ska mer mycket vad vem där när vid`,
  da: `en et den det de og eller men om at som i på af til for fra med uden efter før mellem under mod gennem er var
    være bliver blev han hun sin sit sine ikke ingen så også kun sig har havde kan skal mere meget hvad hvem hvor når ved`,
  pl: `i w we z ze na do od po za przed nad pod przy dla o u a ale lub że to ten ta te jest są był była było być nie tak
    jak co kto się jego jej ich już tylko także oraz może przez`,
};

// Words are compared with their accents folded (split-words.ts), so the lists are folded too.
const sets = new Map(
  Object.entries(lists).map(([language, words]) => {
    const folded = words.normalize('NFKD').replace(/\p{M}/gu, '');
    return [language, new Set(folded.split(/\s+/))];
  }),
);
const none: ReadonlySet<string> = new Set();

export function stopWords(language: string): ReadonlySet<string> {
  return sets.get(language) ?? none;
}

/** The primary subtag, lower case: `en` for `en-GB`. */
function primaryLanguage(tag: string): string {
  return (tag.split(/[-_]/, 1)[0] ?? '').toLowerCase();
}

const shortText = 15; // words
const hitsToContradict = 3; // neighbouring languages share a few small words; three times as many is another language

/**
 * The language to compare stories in. A declared language is believed unless the text holds three times as many
 * small words of another (and at least three), and in a headline needs one small word of its own; an undeclared one is told from small words, or left empty, which matches any.
 */
export function languageOfText(declared: string, words: readonly string[]): string {
  const said = primaryLanguage(declared);
  const hits = new Map<string, number>();
  for (const [language, set] of sets)
    hits.set(
      language,
      words.reduce((sum, word) => sum + (set.has(word) ? 1 : 0), 0),
    );
  const ranked = [...hits].sort((a, b) => b[1] - a[1]);
  const [best, bestHits] = ranked[0] ?? ['', 0];
  const runnerUp = ranked[1]?.[1] ?? 0;
  const told = bestHits >= 2 && bestHits > runnerUp ? best : '';
  if (said === '') return told;
  const own = hits.get(said) ?? 0;
  const contradicted = bestHits >= hitsToContradict && bestHits >= hitsToContradict * own;
  if (contradicted && (sets.has(said) || latinOnly(words))) return best;
  // A program that guesses languages errs most on headlines, so there a guess without a small word to back it is open.
  const unbacked = own === 0 && said !== 'en' && words.length < shortText && latinOnly(words);
  return unbacked ? told : said;
}

function latinOnly(words: readonly string[]): boolean {
  return words.every((word) => /^[\p{Script=Latin}\p{N}'.]+$/u.test(word));
}
