/** What is said when an answer came that is no feed: refusals, walls, redirects, sizes, contents. */
import { durationWords } from './duration-words.ts';
import {
  type Explanation,
  type FailureFacts,
  host,
  laterByItself,
  mebibytes,
  number,
  said,
  seenAs,
  text,
  type Words,
} from './failure-facts.ts';

export const answerFailureWords = {
  too_large: (facts) =>
    facts.reason === 'unpacked'
      ? said(
          'Too large unpacked',
          `What ${host(facts)} sent unpacks to more than ${mebibytes(facts)}.`,
          'It was not read; look for a smaller feed on its site.',
          'find_feed',
        )
      : said(
          'Too large',
          `${host(facts, true)} sent more than ${mebibytes(facts)}.`,
          'It was not read; look for a smaller feed on its site.',
          'find_feed',
        ),
  too_many_redirects: (facts) =>
    said(
      'Sent on too often',
      `${host(facts, true)} sent us from one address to the next more than ${number(facts, 'limit') ?? 5} times.`,
      'Look for the feed on its site again.',
      'find_feed',
    ),
  redirect_loop: (facts) =>
    said(
      'Sent round in a circle',
      `${host(facts, true)} sent us round in a circle, back to an address we had come from.`,
      'Open it in your browser to see whether it asks for something, or look for the feed again.',
      'open_in_browser',
    ),
  truncated: (facts) =>
    facts.reason === 'bad_compression'
      ? said('Arrived damaged', `What ${host(facts)} sent could not be unpacked.`, laterByItself, 'wait')
      : said('Arrived cut off', `The answer of ${host(facts)} ended before it was complete.`, laterByItself, 'wait'),
  rate_limited: (facts) => {
    const waitMs = number(facts, 'retryAfterMs');
    if (facts.reason === 'spaced' && waitMs !== undefined) {
      return said(
        `Its turn comes in ${durationWords(waitMs)}`,
        `${host(facts, true)} wants time between two requests; this feed's turn comes in ${durationWords(waitMs)}.`,
        'It is checked then, by itself.',
        'wait',
      );
    }
    if (facts.reason === 'held' && waitMs !== undefined) {
      return said(
        `Host is left alone for ${durationWords(waitMs)}`,
        `${host(facts, true)} is left alone for another ${durationWords(waitMs)}: it asked for that, or turned us away.`,
        'It is checked again after that, by itself.',
        'wait',
      );
    }
    const asked = waitMs === undefined ? 'asked us to come back later' : `asked us to wait ${durationWords(waitMs)}`;
    return said(
      `Host ${asked}`,
      `${host(facts, true)} ${asked}.`,
      'It is checked again after that, by itself.',
      'wait',
    );
  },
  needs_login: (facts) =>
    said(
      'Asks for a login',
      `${host(facts, true)} asks for a login.`,
      'Add your user name and password to this feed.',
      'add_login',
    ),
  forbidden: (facts) =>
    said(
      'Refused',
      `${host(facts, true)} refused to give us this feed (403).`,
      'Open it in your browser; if it needs a login, add it to this feed.',
      'open_in_browser',
    ),
  challenged: (facts) => {
    const by = text(facts, 'challengedBy');
    const wall = by === undefined ? 'a check for human visitors' : `a ${by} challenge`;
    return said(
      `Blocked by ${wall}`,
      `${host(facts, true)} is behind ${wall}, which only a browser can pass.`,
      'Ask the publisher to let newsreaders through, or look for another feed on its site.',
      'open_in_browser',
    );
  },
  feed_not_found: (facts) =>
    said(
      'Not found',
      `${host(facts, true)} no longer has this feed (404).`,
      'Look for the feed on its site again.',
      'find_feed',
    ),
  feed_gone: (facts) =>
    said(
      'Gone for good',
      `${host(facts, true)} says that this feed is gone for good (410), so it is no longer checked.`,
      'Look for a new one on its site, or unsubscribe; your articles stay.',
      'unsubscribe',
    ),
  server_error: (facts) =>
    said(
      `Trouble at the host (${number(facts, 'status') ?? 500})`,
      `${host(facts, true)} has trouble of its own (error ${number(facts, 'status') ?? 500}).`,
      laterByItself,
      'wait',
    ),
  http_error: httpWords,
  empty_answer: (facts) =>
    said('Empty answer', `${host(facts, true)} answered with nothing at all.`, laterByItself, 'wait'),
  web_page_not_feed: (facts) => {
    const named = Array.isArray(facts.feeds) ? facts.feeds : [];
    const remedy =
      named.length > 0 ? `Here are the feeds on it: ${named.join(', ')}.` : 'Look for the feed on its site.';
    return said(
      'A web page, not a feed',
      `This address of ${host(facts)} is a web page, not a feed.`,
      remedy,
      'find_feed',
    );
  },
  not_a_feed: (facts) =>
    said(
      'Not a feed',
      `What ${host(facts)} sent is not a feed${seenAs(facts)}.`,
      'Look for the feed on its site.',
      'find_feed',
    ),
  malformed_feed: (facts) => {
    const line = number(facts, 'line');
    const where = line === undefined ? '' : ` at line ${line}`;
    return said(
      `Broken${where}`,
      `The feed is broken${where} and could not be repaired.`,
      'It is tried again later; the publisher may not know of it.',
      'wait',
    );
  },
  checked_recently: (facts) => {
    const ago = number(facts, 'agoMs');
    return said(
      'Checked a moment ago',
      ago === undefined ? 'Checked a moment ago.' : `Checked ${durationWords(ago)} ago.`,
      'Refresh anyway if you cannot wait.',
      'check_anyway',
    );
  },
} satisfies Record<string, Words>;

function httpWords(facts: FailureFacts): Explanation {
  if (facts.reason === 'not_http') {
    return said(
      'Not proper HTTP',
      `What answered at ${host(facts)} does not speak proper HTTP.`,
      'Check the address and its port.',
      'edit_address',
    );
  }
  const status = number(facts, 'status');
  if (status === 304) {
    return said(
      'Says "not changed" to a first question',
      `${host(facts, true)} said that nothing has changed, though we have nothing of it yet.`,
      laterByItself,
      'wait',
    );
  }
  return said(
    status === undefined ? 'Odd answer' : `Odd answer (${status})`,
    `${host(facts, true)} gave an answer that no feed gives${status === undefined ? '' : ` (${status})`}.`,
    'Open it in your browser to see what is there.',
    'open_in_browser',
  );
}
