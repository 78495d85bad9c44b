import { describe, expect, it } from 'vitest';
import { standfirst } from './standfirst.ts';

const ports = 'Eleven ports agree to share the cost of holding back the sea';
const deckOfPorts = 'After a year of talks, the cities will pool money for sea walls. The first works begin in spring.';
const plain = 'A bridge was closed on Sunday.';

interface Case {
  readonly of: string;
  readonly title?: string;
  readonly deck?: string;
  readonly lead?: string;
  readonly summary: string;
}

const cases: readonly Case[] = [
  { of: 'the publisher’s own standfirst', deck: deckOfPorts, lead: 'Long text.', summary: deckOfPorts },
  { of: 'the beginning where there is no standfirst', lead: plain, summary: plain },
  {
    of: 'the beginning where the standfirst is the headline again',
    title: ports,
    deck: 'Eleven ports agree to share the cost of holding back the sea.',
    lead: plain,
    summary: plain,
  },
  {
    of: 'no first sentence that says the headline in other words, and no place after it',
    title: ports,
    lead: 'Eleven ports will share the cost of holding back the sea. HALLMOUTH - After fourteen months of talks they agreed.',
    summary: 'After fourteen months of talks they agreed.',
  },
  { of: 'no place', lead: `HALLMOUTH - ${plain}`, summary: plain },
  { of: 'no place with day and agency', lead: `NEW YORK, Nov 24 (Wire) – ${plain}`, summary: plain },
  { of: 'no place with agency', lead: `Berlin (dpa) - ${plain}`, summary: plain },
  { of: 'no place before a dash without spaces', lead: `ST. ANNE—${plain}`, summary: plain },
  {
    of: 'no place in Russian',
    lead: 'МОСКВА, 24 ноября — Мост закрыли в воскресенье.',
    summary: 'Мост закрыли в воскресенье.',
  },
  { of: 'no place in Japanese', lead: '【港町＝共同】橋は日曜日に閉じた。', summary: '橋は日曜日に閉じた。' },
  { of: 'no place in Arabic', lead: 'الميناء (وكالة) - أُغلق الجسر يوم الأحد.', summary: 'أُغلق الجسر يوم الأحد.' },
  {
    of: 'capitals that are no place',
    lead: 'NASA – the agency with the rockets – has a new one.',
    summary: 'NASA – the agency with the rockets – has a new one.',
  },
  {
    of: 'a summary, not also the text that was set after it',
    lead: `Buses are sent round by the ring road. FERRANT - Station Bridge in Ferrant was closed to all traffic.`,
    summary: 'Buses are sent round by the ring road.',
  },
  {
    of: 'whole sentences where one ends after 60 % of the room',
    lead: `${'Somebody counted every swan on the canal. '.repeat(5)}${'And so on '.repeat(18)}`,
    summary: 'Somebody counted every swan on the canal. '.repeat(5).trim(),
  },
  {
    of: 'whole words and a sign that it goes on where none does',
    lead: 'word '.repeat(80).trim(),
    summary: `${'word '.repeat(48).trim()}…`,
  },
  {
    of: 'Japanese up to a sentence',
    title: '港の橋',
    lead: '夜行列車が東の路線に戻る。'.repeat(30),
    summary: '夜行列車が東の路線に戻る。'.repeat(18),
  },
  {
    of: 'Arabic up to a sentence',
    title: 'الجسر',
    lead: 'هل تعود القطارات الليلية إلى الخط الشرقي؟ '.repeat(9),
    summary: 'هل تعود القطارات الليلية إلى الخط الشرقي؟ '.repeat(5).trim(),
  },
  {
    of: 'German, where a full stop after a number ends nothing',
    title: 'Fähren',
    lead: `${'Die Fähre legt am 5. Dezember wieder an, z. B. in Hafen. '.repeat(7)}`,
    summary: 'Die Fähre legt am 5. Dezember wieder an, z. B. in Hafen. '.repeat(4).trim(),
  },
  {
    of: 'the headline once in Japanese, too',
    title: '夜行列車、東の路線に戻る',
    lead: '夜行列車が東の路線に戻る。十二月十二日から九両が走る。',
    summary: '十二月十二日から九両が走る。',
  },
  { of: 'nothing where nothing is said but the headline', title: ports, lead: `${ports}.`, summary: '' },
  { of: 'the end of a lead that was broken off', lead: 'x'.repeat(30), summary: 'x'.repeat(30) },
];

describe('under a headline stands', () => {
  it.each(cases)('$of', ({ title = 'Not the same', deck, lead = '', summary }) => {
    expect(standfirst({ title, deck: deck ?? null, lead })).toEqual({ opening: '', summary });
  });
});

describe('a text without a headline begins with', () => {
  it.each([
    ['its first sentence', 'Back after a week. The boat is mended.', 'Back after a week.', 'The boat is mended.'],
    [
      'so much of a long sentence as ends at a word',
      'Spent the morning on a query that was slow on Tuesdays. '.replace(
        '.',
        ' because the index of the day before had not been merged until noon.',
      ),
      'Spent the morning on a query that was slow on Tuesdays because the index of the day before had not been…',
      '',
    ],
    ['its first sentence in Japanese', '橋は閉じた。船は出る。', '橋は閉じた。', '船は出る。'],
    ['its first sentence in Arabic', 'هل أُغلق الجسر؟ نعم، أُغلق.', 'هل أُغلق الجسر؟', 'نعم، أُغلق.'],
    [
      'a title of a person and initials',
      'Dr. E. Harms counts eels. He is 80.',
      'Dr. E. Harms counts eels.',
      'He is 80.',
    ],
    ['all of it where no sentence ends', 'just a link', 'just a link', ''],
    ['nothing where there is nothing', '', '', ''],
  ])('%s', (_, lead, opening, summary) => {
    expect(standfirst({ title: '', deck: null, lead })).toEqual({ opening, summary });
  });
});

it('a lead that was broken off in a sentence ends with a sign of it', () => {
  const title = 'Eleven ports share costs';
  const lead = `Eleven ports share costs ${'and costs '.repeat(14)}.`.replace(' .', '.');
  const { summary } = standfirst({ title, deck: null, lead: `${lead} ${'harbour walls need stone, '.repeat(9)}harb` });
  expect(summary.endsWith('…')).toBe(true);
});
