/** One event as several papers tell it, for specs about stories. */
import type { Publisher } from '../reader.ts';
import type { Reader } from './reader.ts';

const harbour = `<p>Eleven ports agreed on a levy for the harbour wall after a night of talks in Skarvik. The levy follows
  tonnage, and the wall at Skarvik harbour comes first.</p>`;

const tellings = [
  {
    paper: 'Quay Courier',
    title: 'Eleven ports agree on a harbour levy in Skarvik',
    minutesAgo: 90,
    own: 'Pilots cheered.',
  },
  {
    paper: 'Island Record',
    title: 'Harbour levy agreed by eleven ports at Skarvik',
    minutesAgo: 70,
    own: 'Ferries wait.',
  },
  {
    paper: 'Inland Ledger',
    title: 'Skarvik harbour levy: eleven ports sign',
    minutesAgo: 50,
    own: 'Banks lend the rest.',
  },
  { paper: 'Strait Radio', title: 'Ports sign the Skarvik harbour levy', minutesAgo: 30, own: 'Listeners called in.' },
  { paper: 'Delta Gazette', title: 'Eleven ports and one harbour levy', minutesAgo: 20, own: 'Growers object.' },
] as const;

/** Subscribes to papers that all tell it, each with news of its own besides; the first was first. */
export async function subscribeToPapers(reader: Reader, publisher: Publisher, papers: number): Promise<void> {
  for (const [at, { paper, title, minutesAgo, own }] of tellings.slice(0, papers).entries()) {
    const articles = [
      { title, minutesAgo, html: `${harbour}<p>${own} The harbour levy takes effect at Skarvik in spring.</p>` },
      { title: besides[at] ?? 'Other news', minutesAgo: minutesAgo + 5 },
    ];
    await reader.subscribe(publisher.print(`${paper.replace(' ', '-')}.xml`, { title: paper, articles }));
  }
}

const besides = [
  'A telescope on a village budget',
  'Bakers argue over rye',
  'Small banks share one branch',
  'A choir without a leader',
  'Onions are early this year',
];
