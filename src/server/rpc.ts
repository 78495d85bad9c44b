/**
 * Calls of the contract over HTTP: POST {name, input}, answered with a Result. Each says how many ms it took here (W3C
 * Server Timing), which the browser's own tools show beside what the way cost.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Transport } from '../contract/client.ts';
import { fail, type Result } from '../contract/errors.ts';

// An OPML file or an archive page is the largest thing a window sends.
const mostBodyBytes = 150_000_000;

export async function readJson(request: IncomingMessage): Promise<Result<unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > mostBodyBytes) return fail('bad_input', 'This is too large to be taken in one piece.');
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return fail('bad_input', 'The call was not JSON.');
  }
}

export async function answerCall(core: Transport, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const start = performance.now();
  const body = await readJson(request);
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
