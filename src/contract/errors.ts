/** Every failure a caller can meet, as a closed set of codes. The code is for the program, the message for the person. */

export const errorCodes = [
  // the call itself
  'bad_input',
  'unknown_method',
  'not_found',
  'conflict',
  'cancelled',
  'worker_lost',
  'took_too_long',
  'nothing_to_undo',
  'internal',
  // fetching
  'offline',
  'bad_address',
  'private_address',
  'dns_failed',
  'connection_failed',
  'connection_reset',
  'tls_failed',
  'timeout',
  'too_large',
  'too_many_redirects',
  'redirect_loop',
  'truncated',
  'rate_limited',
  'needs_login',
  'forbidden',
  'challenged',
  'feed_not_found',
  'feed_gone',
  'server_error',
  'http_error',
  // reading what came
  'empty_answer',
  'web_page_not_feed',
  'not_a_feed',
  'malformed_feed',
  'no_feeds_found',
  'already_subscribed',
  'checked_recently',
  // subscription lists and archives
  'opml_not_xml',
  'opml_empty',
  'archive_unreadable',
  'file_unreadable',
  'article_not_extracted',
  'page_asks_consent',
  'page_asks_sign_in',
  'page_asks_subscription',
  'page_not_found',
  // the library
  'library_opening',
  'library_in_use',
  'library_read_only',
  'library_full',
  'library_newer',
  'library_damaged',
  'library_unopenable',
  // something in its folder is none of this program's doing, and was not obeyed
  'library_not_ours',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface Failure {
  readonly code: ErrorCode;
  /** One or two sentences in plain British English: what happened, then what to do. */
  readonly message: string;
  /** Facts for the program and the log: status, url, line… JSON values only. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

export function ok<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function fail(code: ErrorCode, message: string, detail?: Failure['detail']): { ok: false; error: Failure } {
  return { ok: false, error: detail === undefined ? { code, message } : { code, message, detail } };
}
