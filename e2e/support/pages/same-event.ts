/** One event as several papers tell it, for specs about stories. */
import type { Publisher } from '../reader.ts';
import type { Reader } from './reader.ts';

const tellings = [
  {
    paper: 'Quay Courier',
    title: 'Eleven ports agree on a harbour levy in Skarvik',
    minutesAgo: 90,
    text: 'After a night of talks in Skarvik the mayors of eleven ports signed a harbour levy. Pilots cheered on the quay.',
  },
  {
    paper: 'Island Record',
    title: 'Harbour levy agreed by eleven ports at Skarvik',
    minutesAgo: 70,
    text: 'Island ferries will pay half of the new harbour levy, say the eleven ports that met at Skarvik; sailings go on.',
  },
  {
    paper: 'Inland Ledger',
    title: 'Skarvik harbour levy: eleven ports sign',
    minutesAgo: 50,
    text: 'What the levy brings in goes to a wall for Skarvik harbour first. Banks lend the rest to the eleven ports.',
  },
  {
    paper: 'Strait Radio',
    title: 'Ports sign the Skarvik harbour levy',
    minutesAgo: 30,
    text: 'Listeners called in about Skarvik all morning: most want the harbour levy of the eleven ports to rise by tonnage.',
  },
  {
    paper: 'Delta Gazette',
    title: 'Eleven ports and one harbour levy',
    minutesAgo: 20,
    text: 'Growers in the delta object to the levy that eleven ports took in Skarvik: no harbour of theirs gets a wall.',
  },
] as const;

/** Subscribes to papers that all tell it, each with news of its own besides; the first was first. */
export async function subscribeToPapers(reader: Reader, publisher: Publisher, papers: number): Promise<void> {
  for (const [at, { paper, title, minutesAgo, text }] of tellings.slice(0, papers).entries()) {
    const articles = [
      { title, minutesAgo, html: `<p>${text}</p>` },
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
