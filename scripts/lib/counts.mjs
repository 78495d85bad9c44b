/** Counts what really ran. A report that is missing, empty or cut short counts as a failure, never as a pass. */
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
const none = { passed: 0, failed: 0, skipped: 0 };
/** @type {Counts} */
export const onePassed = { ...none, passed: 1 };
/** @type {Counts} */
export const oneFailed = { ...none, failed: 1 };

/** @param {readonly Counts[]} all @returns {Counts} */
export function sum(all) {
  return all.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    none,
  );
}

/** The last line of every run. @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * A test runner's own report against its exit code: when it says it failed and the report names no failed test (a file
 * that does not load, an error outside any test), that is one failure; and so is a run of no test at all.
 * @param {Counts} reported @param {number} exitCode @returns {Counts}
 */
export function believe(reported, exitCode) {
  const ran = reported.passed + reported.failed;
  const silentFailure = reported.failed === 0 && (exitCode !== 0 || ran === 0);
  return silentFailure ? { ...reported, failed: 1 } : reported;
}

/**
 * Vitest's JSON report. A file that could not be loaded holds no test and counts as one failure.
 * @param {string} file @returns {Counts}
 */
export function vitestCounts(file) {
  const report = readReport(file);
  if (report === undefined) return none;
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ { status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Playwright’s JSON report. A spec that held at its second try counts as passed: on two loaded cores a browser, a
 * core and its threads can miss a deadline; what is broken fails twice. Playwright lists such specs as flaky.
 * @param {string} file @returns {Counts}
 */
export function playwrightCounts(file) {
  const report = readReport(file);
  if (report === undefined) return none;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // never written, or cut short: `believe` makes it a failure
  }
}
