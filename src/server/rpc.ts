/**
 * Calls of the contract over HTTP: POST {name, input}, answered with a Result. Each says how many ms it took here (W3C
 * Server Timing), which the browser's own tools show beside what the way cost.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Transport } from '../contract/client.ts';
import { fail, type Result } from '../contract/errors.ts';
import { readJson } from './read-body.ts';

// An OPML file or an archive page is the largest thing a window sends.
const mostBodyBytes = 150_000_000;

/** For a request that has shown its session. */
export async function answerCall(core: Transport, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const start = performance.now();
  const body = await readJson(request, mostBodyBytes);
  const result = body.ok ? await callNamed(core, body.value) : body;
  sendJson(response, 200, result, { 'server-timing': `call;dur=${(performance.now() - start).toFixed(1)}` });
}

function callNamed(core: Transport, body: unknown): Promise<Result<unknown>> {
  if (typeof body !== 'object' || body === null || !('name' in body) || typeof body.name !== 'string') {
    return Promise.resolve(fail('bad_input', 'A call has a name and an input.'));
  }
  return core.call(body.name, 'input' in body ? body.input : {});
}

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    })
    .end(JSON.stringify(value));
}
