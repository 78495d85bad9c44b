import { describe, expect, test } from 'vitest';
import { explainCheck } from './explain-check.ts';
import { explainFailure, fetchFailure, forOneWhoAsks } from './explain-failure.ts';
import type { FailureFacts, FetchErrorCode } from './failure-facts.ts';

const host = 'press.example';

describe('the diary names the cause and one remedy', () => {
  const told: readonly (readonly [FetchErrorCode, FailureFacts, cause: string, action: string])[] = [
    ['needs_login', { host }, 'Asks for a login', 'add_login'],
    ['challenged', { host, challengedBy: 'Cloudflare' }, 'Blocked by a Cloudflare challenge', 'open_in_browser'],
    ['web_page_not_feed', { host, feeds: ['https://press.example/news.xml'] }, 'A web page, not a feed', 'find_feed'],
    ['malformed_feed', { host, line: 22 }, 'Broken at line 22', 'wait'],
    ['rate_limited', { host, retryAfterMs: 600_000 }, 'Host asked us to wait 10 minutes', 'wait'],
    ['tls_failed', { host, reason: 'expired' }, 'Certificate expired', 'wait'],
    ['tls_failed', { host, reason: 'not_yet_valid' }, 'Certificate not yet valid', 'check_connection'],
    ['timeout', { host, phase: 'connect', limitMs: 10_000 }, 'No connection in time', 'wait'],
    ['timeout', { host, phase: 'body', limitMs: 20_000 }, 'Too slow', 'wait'],
    ['dns_failed', { host }, 'No such host', 'find_feed'],
    ['dns_failed', { host, temporary: true }, 'Name not looked up', 'check_connection'],
    ['private_address', { host: '10.0.0.1' }, 'On a private address', 'allow_private'],
    ['private_address', { host: '10.0.0.1', redirectedFrom: host }, 'Sent on to a private address', 'find_feed'],
    ['feed_gone', { host }, 'Gone for good', 'unsubscribe'],
    ['server_error', { host, status: 503 }, 'Trouble at the host (503)', 'wait'],
    ['offline', {}, 'Offline', 'check_connection'],
  ];

  test.each(told)('%s with %j is "%s"', (code, detail, cause, action) => {
    expect(explainFailure(fetchFailure(code, detail))).toMatchObject({ cause, action });
  });

  test('from what was stored, and from a code without any facts', () => {
    const stored = JSON.parse(JSON.stringify(fetchFailure('timeout', { host, phase: 'header', limitMs: 20_000 })));
    expect(explainFailure(stored).happened).toBe('press.example did not answer within 20 seconds.');
    expect(explainFailure({ code: 'too_large', message: '' }).happened).toBe('The host sent more than a feed may.');
  });

  test('to somebody who asks once, nothing is promised to happen by itself', () => {
    const told = (failure: Parameters<typeof forOneWhoAsks>[0]) => forOneWhoAsks(failure).message;
    expect(told(fetchFailure('rate_limited', { host, retryAfterMs: 90_000 }))).toBe(
      'press.example asked us to wait 2 minutes. Try again later.',
    );
    expect(told(fetchFailure('needs_login', { host }))).toMatch(/Add your user name/);
  });

  test('of another kind of failure with its own message', () => {
    expect(explainFailure({ code: 'library_full', message: 'The disk is full.' }).happened).toBe('The disk is full.');
  });
});

describe('the diary of a check that went well', () => {
  const facts = { kind: 'fetched', newArticles: 3, repairLines: [], isMoveSaved: false } as const;

  test('counts what is new', () => {
    expect(explainCheck(facts)).toMatchObject({ cause: '3 new', action: 'none' });
    expect(explainCheck({ ...facts, newArticles: 0 }).cause).toBe('Nothing new');
    expect(explainCheck({ ...facts, kind: 'not_modified', newArticles: 0 }).cause).toBe('Not changed');
  });

  test('says what was mended, and where', () => {
    expect(explainCheck({ ...facts, repairLines: [undefined, 22] }).cause).toBe('Broken at line 22, repaired');
    expect(explainCheck({ ...facts, repairLines: [undefined] }).cause).toBe('Broken, repaired');
  });

  test('says where a feed has moved, and whether that was saved', () => {
    const moved = { ...facts, movedTo: 'https://new.example/feed' };
    expect(explainCheck(moved)).toMatchObject({ cause: 'Moved', remedy: expect.stringMatching(/once more/) });
    expect(explainCheck({ ...moved, isMoveSaved: true }).remedy).toBe('The new address has been saved.');
  });
});
