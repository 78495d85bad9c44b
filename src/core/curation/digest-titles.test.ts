import { expect, test } from 'vitest';
import { isDigest } from './digest-titles.ts';

test('briefings, pictures of the day and press reviews are digests, in several languages', () => {
  const digests = [
    'Morning briefing',
    'Morning briefing: the swan, the budget and the strike',
    'The Kestrel evening briefing',
    'Monday: morning briefing',
    'In pictures: the valley, before and after',
    'In photographs: the valley, before and after',
    'The week in pictures',
    'Photos of the day – Hallmouth under snow',
    'Sports news in brief from around the world',
    'Five things to know',
    'Presseschau',
    'Die Lage am Morgen',
    'Bilder des Tages',
    'Revue de presse du 12 mars',
    'En images : la crue de Ferrant',
    'Resumen del día',
  ];
  expect(digests.filter((title) => !isDigest(title))).toEqual([]);
});

test('a report of one event is no digest, whatever words it has', () => {
  const reports = [
    'Minister cancels morning briefing after leak',
    'Pictures of the flood shock Hallmouth',
    'Letters found in the wall of a mill tell of a strike',
    'Quiz show host retires after forty years',
    'Eleven ports agree on a harbour levy',
    'Daily rail fares rise by a tenth',
    'The day the harbour froze',
    'Briefing room evacuated in Skarvik',
  ];
  expect(reports.filter(isDigest)).toEqual([]);
});
