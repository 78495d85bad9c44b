/** What is said when no answer came: names, connections, certificates, time. */
import { durationWords } from './duration-words.ts';
import {
  type Explanation,
  type FailureFacts,
  host,
  laterByItself,
  number,
  quoted,
  said,
  text,
  type Words,
} from './failure-facts.ts';

export const networkFailureWords = {
  offline: () =>
    said(
      'Offline',
      'This computer seems to be offline.',
      'Feeds are checked as soon as the network is back.',
      'check_connection',
    ),
  bad_address: (facts) =>
    said(
      'Not a web address',
      `${quoted(facts, 'url', 'This')} is not a web address.`,
      'Check it for typing mistakes.',
      'edit_address',
    ),
  private_address: privateAddressWords,
  dns_failed: (facts) =>
    facts.temporary === true
      ? said(
          'Name not looked up',
          `The name ${host(facts)} could not be looked up just now.`,
          laterByItself,
          'check_connection',
        )
      : said(
          'No such host',
          `No site answers at ${host(facts)}.`,
          'Is it spelt right? If it is, the site may have moved or ended.',
          'find_feed',
        ),
  connection_failed: connectionWords,
  connection_reset: (facts) =>
    said(
      'Connection broken off',
      `${host(facts, true)} broke off the connection before it answered.`,
      laterByItself,
      'wait',
    ),
  tls_failed: certificateWords,
  timeout: timeoutWords,
  cancelled: () => said('Cancelled', 'The check was cancelled.', 'Start it again when you like.', 'try_again'),
} satisfies Record<string, Words>;

function privateAddressWords(facts: FailureFacts): Explanation {
  const from = text(facts, 'redirectedFrom');
  if (from !== undefined) {
    return said(
      'Sent on to a private address',
      `${from} sent us on to ${host(facts)}, which is on this computer or your own network.`,
      'It was not followed; tell the publisher, or subscribe to that address itself.',
      'find_feed',
    );
  }
  return said(
    'On a private address',
    `${host(facts, true)} is on this computer or your own network, where feeds may not go by themselves.`,
    'If you trust it, allow this feed to use it.',
    'allow_private',
  );
}

function connectionWords(facts: FailureFacts): Explanation {
  if (facts.reason === 'proxy') {
    return said(
      'Proxy refused',
      'The proxy of this computer did not let us through.',
      'Check the proxy in your system settings.',
      'check_connection',
    );
  }
  if (facts.reason === 'unreachable') {
    return said('Host not reachable', `No way leads to ${host(facts)} just now.`, laterByItself, 'check_connection');
  }
  return said('Connection refused', `${host(facts, true)} refused the connection.`, laterByItself, 'wait');
}

function certificateWords(facts: FailureFacts): Explanation {
  const open = 'Nothing was read from it; it is tried again later.';
  switch (facts.reason) {
    case 'expired':
      return said('Certificate expired', `The certificate of ${host(facts)} has expired.`, open, 'wait');
    case 'not_yet_valid':
      return said(
        'Certificate not yet valid',
        `The certificate of ${host(facts)} is not valid yet.`,
        'Check the date and time of this computer.',
        'check_connection',
      );
    case 'wrong_host':
      return said(
        'Certificate for another host',
        `The certificate that ${host(facts)} showed belongs to another host.`,
        open,
        'wait',
      );
    case 'self_signed':
      return said(
        'Certificate made by itself',
        `${host(facts, true)} vouches for itself: no authority signed its certificate.`,
        'If the host is yours, add its certificate to this computer.',
        'open_in_browser',
      );
    case 'untrusted':
      return said(
        'Certificate not trusted',
        `The certificate of ${host(facts)} comes from an authority unknown to this computer.`,
        'If you trust it, add that authority to this computer.',
        'open_in_browser',
      );
    default:
      return said('No secure connection', `No secure connection to ${host(facts)} could be agreed on.`, open, 'wait');
  }
}

function timeoutWords(facts: FailureFacts): Explanation {
  const limitMs = number(facts, 'limitMs');
  const within = limitMs === undefined ? 'in time' : `within ${durationWords(limitMs)}`;
  if (facts.phase === 'connect') {
    return said('No connection in time', `${host(facts, true)} could not be reached ${within}.`, laterByItself, 'wait');
  }
  if (facts.phase === 'body') {
    return said(
      'Too slow',
      `${host(facts, true)} began to answer but did not finish ${within}.`,
      laterByItself,
      'wait',
    );
  }
  return said('No answer in time', `${host(facts, true)} did not answer ${within}.`, laterByItself, 'wait');
}
