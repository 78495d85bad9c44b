/** Why an article's page could not be had, in words of a page: fetching speaks of feeds. */
import type { ErrorCode, Failure } from '../../contract/errors.ts';

const words: Readonly<Partial<Record<ErrorCode, string>>> = {
  feed_not_found: 'The page is no longer at its address.',
  feed_gone: 'The site has taken this page away.',
  needs_login: 'The site shows this page only to those who have signed in.',
  forbidden: 'The site does not give this page to a newsreader.',
  challenged: 'The site wants to see first that a person is reading.',
  rate_limited: 'The site asks to wait before more of its pages are fetched.',
  server_error: 'The site has trouble of its own at the moment.',
  http_error: 'The site answered with an error instead of the page.',
  timeout: 'The page took too long to come.',
  dns_failed: 'No site answers at the address of this page.',
  connection_failed: 'The site of this page does not answer.',
  connection_reset: 'The site broke off before the page was here.',
  tls_failed: 'The site cannot prove who it is, so its page was not fetched.',
  private_address: 'The page is on a private network.',
  too_large: 'The page is too large to be an article.',
  too_many_redirects: 'The page leads on and on, and to no article.',
  redirect_loop: 'The page leads back to itself.',
  empty_answer: 'The page is empty.',
};

/** The failure with its code and facts, said of a page. */
export function pageTrouble(failure: Failure): Failure {
  const message = words[failure.code];
  return message === undefined ? failure : { ...failure, message };
}
