/** What the sentences about failures are made of: facts read safely, and names for what is missing. */
import type { ErrorCode, Failure } from '../../../contract/errors.ts';

export type FetchErrorCode = Extract<
  ErrorCode,
  | 'offline'
  | 'bad_address'
  | 'private_address'
  | 'dns_failed'
  | 'connection_failed'
  | 'connection_reset'
  | 'tls_failed'
  | 'timeout'
  | 'too_large'
  | 'too_many_redirects'
  | 'redirect_loop'
  | 'truncated'
  | 'rate_limited'
  | 'needs_login'
  | 'forbidden'
  | 'challenged'
  | 'feed_not_found'
  | 'feed_gone'
  | 'server_error'
  | 'http_error'
  | 'empty_answer'
  | 'web_page_not_feed'
  | 'not_a_feed'
  | 'malformed_feed'
  | 'checked_recently'
  | 'cancelled'
>;

export type RemedyKind =
  | 'none'
  | 'wait'
  | 'try_again'
  | 'edit_address'
  | 'find_feed'
  | 'add_login'
  | 'open_in_browser'
  | 'allow_private'
  | 'check_connection'
  | 'unsubscribe'
  | 'check_anyway';

export type FailureFacts = NonNullable<Failure['detail']>;

export interface Explanation {
  /** The cause in a few words, for a table's cell: "Asks for a login". */
  readonly cause: string;
  /** One sentence: what happened. */
  readonly happened: string;
  /** One sentence: what to do, or what is done without anybody. */
  readonly remedy: string;
  /** The same as a kind, for the button beside it. */
  readonly action: RemedyKind;
}

export type Words = (facts: FailureFacts) => Explanation;

export const said = (cause: string, happened: string, remedy: string, action: RemedyKind): Explanation => ({
  cause,
  happened,
  remedy,
  action,
});

export const laterByItself = 'It is tried again later, by itself.';

export function text(facts: FailureFacts, name: string): string | undefined {
  const value = facts[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function number(facts: FailureFacts, name: string): number | undefined {
  const value = facts[name];
  return typeof value === 'number' ? value : undefined;
}

export function host(facts: FailureFacts, opensSentence = false): string {
  return text(facts, 'host') ?? (opensSentence ? 'The host' : 'the host');
}

export function quoted(facts: FailureFacts, name: string, otherwise: string): string {
  const value = text(facts, name);
  return value === undefined ? otherwise : `“${value}”`;
}

export function mebibytes(facts: FailureFacts): string {
  const limit = number(facts, 'limitBytes');
  if (limit === undefined) return 'a feed may';
  return limit >= 1024 * 1024 ? `${Math.round(limit / 1024 / 1024)} MB` : `${Math.ceil(limit / 1024)} KB`;
}

export function seenAs(facts: FailureFacts): string {
  const type = text(facts, 'contentType');
  return type === undefined ? '' : ` but ${type}`;
}
