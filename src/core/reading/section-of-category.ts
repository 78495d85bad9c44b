/** Which section of the newspaper an article's own category means, in the languages that publishers use. */

export type Section = 'World' | 'Business' | 'Technology' | 'Science' | 'Culture' | 'Sport' | 'Local';

const wordsBySection: Readonly<Record<Section, string>> = {
  World:
    'world|world news|international|global|foreign|politics|europe|asia|africa|americas|middle east|us news|us|uk|welt|ausland|politik|international news|nachrichten international|monde|politique|mundo|internacional|política|politica|esteri|mondo|buitenland|utrikes|wereld|国际|國際|世界|国際|政治|국제|мир|политика',
  Business:
    'business|economy|economics|markets|finance|money|companies|banking|investing|personal finance|wirtschaft|finanzen|börse|unternehmen|économie|economie|entreprises|bourse|economía|economia|negocios|mercati|finanza|affari|näringsliv|ekonomi|经济|經濟|财经|財經|経済|ビジネス|경제|экономика|бизнес',
  Technology:
    'technology|tech|computing|computers|software|hardware|gadgets|internet|ai|artificial intelligence|security|cybersecurity|programming|apps|mobile|digital|technik|netzwelt|computer|it|technologie|technologies|numérique|high-tech|tecnología|tecnologia|teknik|科技|テクノロジー|テック|기술|технологии',
  Science:
    'science|sciences|space|astronomy|physics|biology|chemistry|environment|climate|nature|health|medicine|wissenschaft|wissen|umwelt|klima|gesundheit|sciences et environnement|planète|santé|ciencia|ciencia y salud|salud|scienza|scienze|salute|ambiente|vetenskap|科学|科學|健康|과학|наука',
  Culture:
    'culture|arts|art|art and design|books|film|films|movies|music|theatre|theater|television|tv|tv and radio|stage|photography|design|architecture|entertainment|fashion|food|travel|lifestyle|life and style|games|gaming|feuilleton|kultur|bücher|kino|musik|reise|arts et culture|cinéma|livres|musique|cultura|cine|música|libros|cinema|musica|libri|文化|娱乐|カルチャー|エンタメ|문화|культура',
  Sport:
    'sport|sports|football|soccer|cricket|rugby|tennis|golf|formula 1|formula one|cycling|basketball|baseball|nba|nfl|olympics|athletics|fußball|fussball|deportes|fútbol|futbol|sports et loisirs|calcio|tennis and golf|voetbal|体育|體育|スポーツ|스포츠|спорт',
  Local:
    'local|local news|region|regional|city|metro|community|lokales|regionales|stadt|kommunalpolitik|régions|région|région et départements|locales|cronaca|cronaca locale|lokaal|lokalt|地方|本地|地域|지역|местные',
};

const sectionByWord: ReadonlyMap<string, Section> = new Map(
  Object.entries(wordsBySection).flatMap(([section, words]) =>
    words.split('|').map((word): [string, Section] => [word, section as Section]),
  ),
);

/** The section of the first category that names one; undefined when none does. Paths ("News/Science") are tried part by part. */
export function sectionOfCategories(categories: readonly string[]): Section | undefined {
  for (const category of categories) {
    for (const part of [category, ...category.split(/[/>|:»]/).reverse()]) {
      const section = sectionByWord.get(normalised(part));
      if (section !== undefined) {
        return section;
      }
    }
  }
  return undefined;
}

function normalised(category: string): string {
  return category
    .toLowerCase()
    .replace(/&amp;|&/g, 'and')
    .replace(/[-_\s]+/g, ' ')
    .trim()
    .replace(/ (?:news|nachrichten)$/, '');
}
