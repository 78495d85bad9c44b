/** Columns that tell of many things at once: briefings, pictures of the day, the papers' front pages. They are part of no story. */

const list = (lines: string): string =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join('|');

// Each stands at the head of a headline, or alone behind a colon or a dash: "Monday: the morning briefing".
const names = list(`
  (?:the )?(?:\\p{L}+ )?(?:morning|evening|afternoon|daily|weekly|weekend|lunchtime|midday|nightly) (?:briefing|brief|digest|update|edition|round-?up|newsletter|email|headlines|report|mail|wrap)
  (?:the )?(?:news|business|sports?|world|market|tech) (?:briefing|digest|round-?up|in brief|wrap|headlines)
  (?:sports? )?news in brief
  in (?:pictures|photos|photographs|images)
  (?:the )?(?:week|day|month|year|world) in (?:pictures|photos|photographs|review|brief|news)
  (?:the )?(?:best )?(?:photos?|pictures?|photographs?|images?) of the (?:day|week|month)
  (?:what the papers say|newspaper headlines|(?:the )?papers|today's front pages|front pages)
  (?:your )?(?:\\p{L}+ )?briefing
  (?:live|as it happened|live blog): (?:the )?(?:news|day|latest|headlines)
  here's (?:the latest|what you need to know|what happened)
  (?:\\p{L}+|\\d+) things (?:to know|you need to know)
  (?:letters|quiz|crossword|horoscopes?|obituaries|corrections|open thread)
  presseschau|pressestimmen|bilder des (?:tages|tags)|(?:die )?bilder der woche|(?:das|der|die)? ?(?:morgen|abend|tages)(?:-?briefing|überblick|lage|schau)
  die (?:lage|nachrichten) am (?:morgen|abend|mittag)
  (?:la )?revue de presse|en images|l'essentiel|(?:le )?(?:brief|journal) du (?:matin|soir|jour)
  en im[áa]genes|(?:el )?resumen del? (?:d[íi]a|la semana)|las noticias del d[íi]a|(?:los )?titulares|las portadas
`);
const digest = new RegExp(`^(?:${names})(?=$|\\s?[:|,.!?]|\\s[-–—|]| (?:for|from|of|vom|du|del|mit) )`, 'iu');
const behind = new RegExp(`(?:[:|]|\\s[-–—])\\s*(?:${names})$`, 'iu');
const mostLetters = 200;

/** About 2 µs. */
export function isDigest(title: string): boolean {
  const told = title.slice(0, mostLetters).replaceAll('’', "'").trim();
  return digest.test(told) || behind.test(told);
}
