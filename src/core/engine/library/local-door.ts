/** The owner's door for other processes on this computer: calls in, events out, over HTTP on loopback with a token. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fail, type Result } from '../../../contract/errors.ts';
import type { CoreEvent } from '../../../contract/events.ts';
import type { OwnerDoor } from './owner.ts';

export interface DoorHandlers {
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  readonly on: (listener: (event: CoreEvent) => void) => () => void;
}

const mostBodyBytes = 200_000_000;
// A call that takes longer than this does not hold up the end of its owner.
const lastCallsMs = 2_000;
const statusOf = { stranger: 403, shut: 503 } as const;

export interface OpenDoor {
  readonly door: OwnerDoor;
  /** Lets nobody in any more and waits, not for long, for the calls that are under way. */
  readonly shut: () => Promise<void>;
  /** Also sends those away that listen. */
  readonly close: () => Promise<void>;
}

export async function openDoor(handlers: DoorHandlers): Promise<OpenDoor> {
  const token = randomBytes(32).toString('base64url');
  const underWay = new Set<Promise<void>>();
  let isShut = false;
  // An import of it would read each of its exports, and so load Node's whole fetch: 40 ms of CPU at each start.
  const { createServer } = process.getBuiltinModule('node:http');
  const server = createServer((incoming, outgoing) => {
    if (!isTrusted(incoming, token)) {
      outgoing.writeHead(statusOf.stranger).end();
      return;
    }
    // told so rather than cut off, for then it is certain that nobody has begun with the call
    if (isShut) return void outgoing.writeHead(statusOf.shut, { connection: 'close' }).end();
    if (incoming.url === '/events') return streamEvents(handlers, incoming, outgoing);
    // a caller that was killed in the middle of its question is owed no answer
    const answered = answerCall(handlers, incoming, outgoing).catch(() => void outgoing.destroy());
    underWay.add(answered);
    void answered.finally(() => underWay.delete(answered));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  server.unref();
  return {
    door: { pid: process.pid, address: `http://127.0.0.1:${port}`, token },
    shut: async () => {
      isShut = true;
      const late = setTimeout(lastCallsMs, undefined, { ref: false });
      await Promise.race([Promise.allSettled(underWay), late]);
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function isTrusted(incoming: IncomingMessage, token: string): boolean {
  const given = Buffer.from(incoming.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted) && incoming.headers.origin === undefined;
}

async function answerCall(handlers: DoorHandlers, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > mostBodyBytes) return void outgoing.writeHead(413).end();
    chunks.push(chunk);
  }
  let result: Result<unknown>;
  try {
    const { name, input } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    // 102: from here on the caller cannot know how far its call came, if it is cut off
    outgoing.writeProcessing();
    result = await handlers.call(String(name), input);
  } catch {
    result = fail('bad_input', 'The call was not JSON.');
  }
  outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}

function streamEvents(handlers: DoorHandlers, incoming: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(200, { 'content-type': 'application/x-ndjson' });
  outgoing.flushHeaders();
  const end = handlers.on((event) => outgoing.write(`${JSON.stringify(event)}\n`));
  incoming.on('close', end);
}

/**
 * Calls through another process's door. Fails with library_in_use when nobody answers there; `notAsked` in its detail says
 * that nobody can have begun with the call.
 */
export async function callThroughDoor(door: OwnerDoor, name: string, input: unknown): Promise<Result<unknown>> {
  let isBegun = false;
  try {
    const { request } = await import('undici');
    const answer = await request(`${door.address}/call`, {
      method: 'POST',
      headers: { authorization: `Bearer ${door.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name, input: input ?? {} }),
      headersTimeout: 0,
      bodyTimeout: 0,
      onInfo: () => {
        isBegun = true;
      },
    });
    // Without JSON: shut, or a stranger where another program, or the next owner, has this port by now.
    return (await answer.body.json()) as Result<unknown>;
  } catch {
    return fail(
      'library_in_use',
      'This library is open in another process that does not answer. Close it, or wait a moment and try again.',
      { pid: door.pid, notAsked: !isBegun },
    );
  }
}

/** Events of the owner, until the returned function is called or the owner ends, of which `onEnd` tells. */
export function listenThroughDoor(
  door: OwnerDoor,
  listener: (event: CoreEvent) => void,
  onEnd: () => void,
): () => void {
  const controller = new AbortController();
  void (async () => {
    try {
      const { request } = await import('undici');
      const answer = await request(`${door.address}/events`, {
        headers: { authorization: `Bearer ${door.token}` },
        signal: controller.signal,
        bodyTimeout: 0,
      });
      let rest = '';
      for await (const chunk of answer.body.setEncoding('utf8')) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) listener(JSON.parse(line) as CoreEvent);
      }
    } catch {
      // the owner is gone, or we no longer listen: there is nothing more to hear
    }
    if (!controller.signal.aborted) onEnd();
  })();
  return () => controller.abort();
}
