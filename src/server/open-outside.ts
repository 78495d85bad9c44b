/**
 * POST /open {url}: a link of a window that is nobody's browser is opened in the person's own, which has their logins.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { openInBrowser } from './open-browser.ts';
import { readJson } from './read-body.ts';

const mostBytes = 10_000;
const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** For a request that has shown its session. 400 for what is no address on the web: a program would run for some. */
export async function answerOpen(
  request: IncomingMessage,
  response: ServerResponse,
  open: (address: string) => void = openInBrowser,
): Promise<void> {
  const body = await readJson(request, mostBytes);
  const said =
    body.ok && typeof body.value === 'object' && body.value !== null && 'url' in body.value ? body.value.url : '';
  const url = typeof said === 'string' ? URL.parse(said) : null;
  const isFit = url !== null && schemes.has(url.protocol);
  if (isFit) open(url.href);
  response.writeHead(isFit ? 204 : 400, { 'cache-control': 'no-store' }).end();
}
