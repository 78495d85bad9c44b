import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asCorrected } from './as-corrected.ts';
import { loadTitles, sampleFolder } from './load-titles.ts';
import type { SampleArticle } from './sample-title.ts';

const startedAt = Date.UTC(2026, 10, 24, 8, 12);
const titles = loadTitles(startedAt);
const articles = titles.flatMap((title) => title.articles.map((article) => ({ title, article })));

test('the edition has 22 titles, at least 165 articles and five languages', () => {
  expect(titles).toHaveLength(22);
  expect(articles.length).toBeGreaterThanOrEqual(165);
  expect(new Set(titles.map((title) => title.language))).toEqual(new Set(['en', 'fr', 'de', 'ja', 'ar']));
});

const articleCounts = {
  'harbour-courier': 14,
  'northlight-daily': 14,
  'eastbank-record': 12,
  'meridian-ledger': 12,
  'signal-and-circuit': 12,
  loopback: 10,
  'lumen-science': 12,
  'fieldnotes-weekly': 6,
  'open-map-journal': 5,
  'kestrel-radio': 10,
  'commons-wire': 14,
  'orchard-street-review': 7,
  pitchside: 10,
  'canal-quarter-bulletin': 8,
  'type-and-margin': 4,
  'small-kitchen': 4,
  'le-quai': 8,
  kuestenblatt: 8,
  'minato-no-asa': 8,
  'al-mina': 8,
  'vale-gazette': 0,
  'slow-post': 3,
};

test('every title prints the number of articles it is known for', () => {
  expect(Object.fromEntries(titles.map((title) => [title.slug, title.articles.length]))).toEqual(articleCounts);
});

test('no two articles of a title share an address', () => {
  const addresses = articles.map(({ title, article }) => `${title.slug}/${article.slug}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});

test('every article has a text, and every picture named in one exists and has a caption and a credit', () => {
  for (const { title, article } of articles) {
    expect(article.html.length, `${title.slug}/${article.slug}`).toBeGreaterThan(60);
    const named = [...article.html.matchAll(/src="\/pictures\/([\w-]+\.svg)"/g)].map((match) => match[1] ?? '');
    if (article.picture !== undefined) {
      named.push(article.picture.file);
      expect(article.picture.caption, article.slug).not.toBe('');
      expect(article.picture.credit, article.slug).not.toBe('');
      expect(article.picture.alt, article.slug).not.toBe('');
    }
    for (const file of named) expect(existsSync(new URL(`pictures/${file}`, sampleFolder)), file).toBe(true);
  }
});

test('nothing is left of the markup the files are written in', () => {
  for (const { title, article } of articles) {
    const text = article.html.replace(/<pre>[\s\S]*?<\/pre>/g, '').replace(/<[^>]+>/g, ' ');
    expect(text, `${title.slug}/${article.slug}`).not.toMatch(/\{day|\{date|\*\*|^## |!\[|\[\^|-- /m);
  }
});

/** What every report of an event must say. Titles are matched by language; English stands for the rest. */
const facts: Readonly<Record<string, Readonly<Record<string, readonly RegExp[]>>>> = {
  ports: {
    en: [
      /eleven (ports|mayors)/i,
      /4\.2 billion/,
      /twelve years/,
      /tonnage/,
      /population/,
      /fourteen months/,
      /Hallmouth/i,
    ],
    fr: [/onze ports/i, /4,2 milliards/, /douze ans/, /tonn/, /habitants/, /quatorze mois/, /printemps/],
    de: [/elf Häfen/i, /4,2 Milliarden/, /zwölf Jahren/, /Tonnen/, /vierzehn Monaten/, /Frühjahr/],
    ja: [/11の港/, /42億ポンド/, /12年/, /14か月/, /三分の一/, /春/],
    ar: [/أحد عشر ميناءً/, /4\.2 مليار/, /اثني عشر عامًا/, /أربعة عشر شهرًا/, /ثلث/, /الربيع/],
  },
  trains: { en: [/12 December/, /nine sleeping cars/i, /eleven hours and twenty minutes/i] },
  reservoirs: { en: [/67 per cent/, /41/] },
  banks: { en: [/five/i, /38/, /January/] },
  chips: { en: [/Brennick/, /1,900/, /2028/] },
  debates: { en: [/11\.4 million/] },
  batteries: { en: [/eleven hours/i, /evening peak/] },
  cycling: { en: [/seven (more )?stages/i, /nine passes/i, /2,360 metres/] },
  fibre: { en: [/salt/i, /280 degrees/, /92 per cent/] },
  gauges: { en: [/nine villages/i, /six (more )?hours/i, /40|price of a good kettle/] },
  'bridge-ferrant': { en: [/Station Bridge/, /Ferrant/, /cracks/] },
  'bridge-marrowby': { en: [/Tollen Bridge/, /Marrowby/, /cracks/] },
};

const reportsOf = (event: string) => articles.filter(({ article }) => article.event === event);
const whole = (article: SampleArticle) =>
  `${article.title} ${article.deck} ${article.html.replace(/<[^>]+>/g, ' ')}`.replace(/\s+/g, ' ');

test('every report of an event gives the facts the event has', () => {
  for (const [event, byLanguage] of Object.entries(facts)) {
    expect(reportsOf(event).length, event).toBeGreaterThan(1);
    for (const { title, article } of reportsOf(event)) {
      for (const fact of byLanguage[title.language] ?? []) {
        expect(whole(article), `${title.slug}/${article.slug}`).toMatch(fact);
      }
    }
  }
});

test('no report of the ports gives another sum in billions', () => {
  for (const { title, article } of reportsOf('ports')) {
    for (const [sum] of whole(article).matchAll(/\d[\d.,]*(?= (billion|milliards|Milliarden|مليار))/g)) {
      expect(['4.2', '4,2'], `${title.slug}/${article.slug}`).toContain(sum);
    }
  }
});

test('each event is told by as many titles as the edition promises', () => {
  const tellers = (event: string) => new Set(reportsOf(event).map(({ title }) => title.slug)).size;
  const told = Object.fromEntries(Object.keys(facts).map((event) => [event, tellers(event)]));
  expect(told).toEqual({
    ports: 12,
    trains: 7,
    reservoirs: 5,
    banks: 4,
    chips: 5,
    debates: 4,
    batteries: 4,
    cycling: 3,
    fibre: 3,
    gauges: 5,
    'bridge-ferrant': 2,
    'bridge-marrowby': 2,
  });
});

test('two titles print the wire on the reservoirs word for word', () => {
  const wire = reportsOf('reservoirs').find(({ title }) => title.slug === 'commons-wire')?.article.html;
  const copies = reportsOf('reservoirs').filter(({ article }) => article.html === wire);
  expect(copies.map(({ title }) => title.slug)).toEqual(['commons-wire', 'eastbank-record', 'harbour-courier']);
});

test('the wire is first with the ports, and the morning briefing repeats its title on four days', () => {
  const first = reportsOf('ports').toSorted((a, b) => a.article.publishedAt - b.article.publishedAt)[0];
  expect(first?.article.title).toBe('Flood fund talks end in agreement, delegates say');
  const briefings = reportsOf('briefing');
  expect(new Set(briefings.map(({ article }) => article.title))).toEqual(new Set(['Morning briefing']));
  expect(new Set(briefings.map(({ article }) => Math.floor(article.publishedAt / 86_400_000))).size).toBe(4);
});

test('the correction replaces the sum everywhere and says so', () => {
  const harbour = titles.find((title) => title.slug === 'harbour-courier');
  const lead = harbour === undefined ? undefined : asCorrected(harbour).articles[0];
  expect(lead?.title).toContain('4.6 billion');
  const [body = '', note = ''] = (lead?.html ?? '').split('Correction:');
  expect(body).toContain('4.6 billion');
  expect(body).not.toContain('4.2 billion');
  expect(note).toContain('gave the fund as 4.2 billion');
});

test('notes without a title are printed by Loopback and Lumen Science', () => {
  const untitled = articles.filter(({ article }) => article.title === '').map(({ title }) => title.slug);
  expect(new Set(untitled)).toEqual(new Set(['loopback', 'lumen-science']));
});
