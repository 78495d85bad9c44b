import { expect, test } from 'vitest';
import { plantTree } from '../testing/planted-tree.ts';
import { believe, closingLine, playwrightCounts, sum, vitestCounts } from './counts.mjs';

function read<T>(report: unknown, reader: (file: string) => T): T {
  const { folder, remove } = plantTree({ 'report.json': typeof report === 'string' ? report : JSON.stringify(report) });
  try {
    return reader(`${folder}/report.json`);
  } finally {
    remove();
  }
}

const vitestReport = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'failed', assertionResults: [] },
  ],
};

test('a test file that does not load counts as one failure beside the failed tests', () => {
  expect(read(vitestReport, vitestCounts)).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

test('a spec that held at a later try counts as passed, an error outside any spec as failed', () => {
  const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{ message: 'no such file' }] };
  expect(read(report, playwrightCounts)).toEqual({ passed: 8, failed: 2, skipped: 2 });
});

test.each([
  ['was never written', undefined],
  ['is cut short', '{"numPassedTests": 5,'],
])('a report that %s is one failure, whatever the runner says', (_how, text) => {
  const counts = text === undefined ? vitestCounts('/nowhere/report.json') : read(text, vitestCounts);
  expect(believe(counts, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a runner that fails without naming a failed test is one failure, and keeps what passed', () => {
  expect(believe({ passed: 5, failed: 0, skipped: 1 }, 1)).toEqual({ passed: 5, failed: 1, skipped: 1 });
});

test('a run in which every test was skipped has not passed', () => {
  expect(believe({ passed: 0, failed: 0, skipped: 9 }, 0)).toEqual({ passed: 0, failed: 1, skipped: 9 });
});

test('the closing line adds everything up, and names the skipped only when there are any', () => {
  const all = [
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 4, failed: 1, skipped: 2 },
  ];
  expect(closingLine(sum(all))).toBe('7 passed, 1 failed, 2 skipped');
  expect(closingLine({ passed: 1, failed: 0, skipped: 0 })).toBe('1 passed, 0 failed');
});
