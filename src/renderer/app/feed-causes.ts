/** Why a feed fails, in two or three words, and the one thing to do about it. */
import type { ErrorCode } from '../../contract/errors.ts';

/** What the button beside a trouble does. */
export type Remedy = 'try' | 'findFeed' | 'editAddress' | 'addLogin' | 'openInBrowser' | 'allowPrivate' | 'unsubscribe';

export const remedyLabels: Readonly<Record<Remedy, string>> = {
  try: 'Try now',
  findFeed: 'Find new address',
  editAddress: 'Change address',
  addLogin: 'Add login',
  openInBrowser: 'Open in browser',
  allowPrivate: 'Allow this address',
  unsubscribe: 'Unsubscribe',
};

interface Cause {
  readonly label: string;
  readonly remedy: Remedy;
}

const causes: Readonly<Partial<Record<ErrorCode, Cause>>> = {
  offline: { label: 'Offline', remedy: 'try' },
  bad_address: { label: 'Address unreadable', remedy: 'editAddress' },
  private_address: { label: 'Private address', remedy: 'allowPrivate' },
  dns_failed: { label: 'No such host', remedy: 'editAddress' },
  connection_failed: { label: 'Not reachable', remedy: 'try' },
  connection_reset: { label: 'Connection lost', remedy: 'try' },
  tls_failed: { label: 'Not secure', remedy: 'openInBrowser' },
  timeout: { label: 'Too slow', remedy: 'try' },
  too_large: { label: 'Too large', remedy: 'findFeed' },
  too_many_redirects: { label: 'Sent on too often', remedy: 'findFeed' },
  redirect_loop: { label: 'Sent in a circle', remedy: 'openInBrowser' },
  truncated: { label: 'Arrived cut off', remedy: 'try' },
  rate_limited: { label: 'Asked to wait', remedy: 'try' },
  needs_login: { label: 'Asks for a login', remedy: 'addLogin' },
  forbidden: { label: 'Refused', remedy: 'openInBrowser' },
  challenged: { label: 'Blocked', remedy: 'openInBrowser' },
  feed_not_found: { label: 'Not found', remedy: 'findFeed' },
  feed_gone: { label: 'Gone for good', remedy: 'unsubscribe' },
  server_error: { label: 'Trouble at the host', remedy: 'try' },
  http_error: { label: 'Odd answer', remedy: 'try' },
  empty_answer: { label: 'Empty answer', remedy: 'try' },
  web_page_not_feed: { label: 'A web page', remedy: 'findFeed' },
  not_a_feed: { label: 'Not a feed', remedy: 'findFeed' },
  malformed_feed: { label: 'Broken feed', remedy: 'try' },
  took_too_long: { label: 'Too long to read', remedy: 'try' },
  worker_lost: { label: 'Could not be read', remedy: 'try' },
};

const unknownCause: Cause = { label: 'In trouble', remedy: 'try' };

/** The cause that a code of the diary stands for; a general one while the code is not known. */
export function causeOf(code: string | null | undefined): Cause {
  return causes[code as ErrorCode] ?? unknownCause;
}
