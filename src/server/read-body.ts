/** Reads what a request brings, up to a limit that is looked at before anything is read. */
import type { IncomingMessage } from 'node:http';
import { fail, ok, type Result } from '../contract/errors.ts';

/** Fails where it is larger, without having kept more than that. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Result<string>> {
  const tooLarge = fail('bad_input', 'This is too large to be taken in one piece.');
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > mostBytes) return tooLarge;
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks).toString('utf8'));
}

export async function readJson(request: IncomingMessage, mostBytes: number): Promise<Result<unknown>> {
  const body = await readBody(request, mostBytes);
  if (!body.ok) return body;
  try {
    return ok(JSON.parse(body.value));
  } catch {
    return fail('bad_input', 'The call was not JSON.');
  }
}

/** A page of another site can send anything but this without asking first. */
export function isJson({ headers }: IncomingMessage): boolean {
  return /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
}
