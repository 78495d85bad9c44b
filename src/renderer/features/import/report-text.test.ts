import { expect, test } from 'vitest';
import { importSums, outcomeWords, reportText } from './report-text.ts';

const report = {
  operationId: null,
  title: null,
  outlines: 5,
  added: 2,
  already: 1,
  duplicates: 1,
  folders: 1,
  skipped: [{ text: 'A folder of links', why: 'It has no address.' }],
};

test('a saved report names what was left out, what failed and what came, each with its reason', () => {
  const good = { title: 'Harbour', url: 'http://h.example/f', trouble: null, failures: 0, lastCheckedAt: 1, total: 30 };
  const bad = {
    title: 'Eastbank',
    url: 'http://e.example/f',
    trouble: 'Nothing is there.',
    failures: 1,
    lastCheckedAt: 1,
    total: 0,
  };
  expect(reportText('list.opml', { report, feeds: [good, bad], moved: 0 })).toBe(
    [
      'Import of list.opml',
      '1 feed added, 1 already here, 1 moved or joined, 1 failed, 1 left out.',
      '',
      'Left out: A folder of links. It has no address.',
      'Added, 30 articles: Harbour <http://h.example/f>',
      'Failed: Eastbank <http://e.example/f>. Nothing is there.',
      '',
    ].join('\n'),
  );
});

test('a list says how it ended: feeds that were never asked, since somebody stopped, did not answer', () => {
  const answered = { title: 'A', url: 'http://a.example/', trouble: null, failures: 0, lastCheckedAt: 1, total: 3 };
  const waiting = { ...answered, lastCheckedAt: null, total: 0 };
  const failed = { ...answered, trouble: 'Nothing is there.', failures: 1 };
  expect(outcomeWords(report, [answered, answered])).toBe('All of them answered');
  expect(outcomeWords(report, [answered, waiting])).toBe('1 feed not fetched yet');
  expect(outcomeWords(report, [failed, waiting])).toBe('1 feed could not be fetched, 1 feed not fetched yet');
  expect(outcomeWords({ ...report, added: 0 }, [])).toBe('Nothing new in it');
});

test('a feed that failed is not counted as added, and one that has moved is told beside those named twice', () => {
  const good = { title: 'A', url: 'http://a.example/', trouble: null, failures: 0, lastCheckedAt: 1, total: 3 };
  const failed = { ...good, trouble: 'Nothing is there.', failures: 1 };
  expect(importSums(report, [good, failed], 1)).toEqual({ added: 1, already: 1, joined: 2, failed: 1, leftOut: 1 });
  expect(importSums(report, [], 0)).toMatchObject({ added: 2, failed: 0 });
});
