/**
 * The owner's door for other processes on this computer: calls in, events out, over HTTP on loopback, on connections of which
 * both ends have proved who they are (door-handshake.ts).
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fail, type Result } from '../../../contract/errors.ts';
import type { CoreEvent } from '../../../contract/events.ts';
import { admit } from './door-handshake.ts';
import type { OwnerDoor } from './owner.ts';

export interface DoorHandlers {
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  readonly on: (listener: (event: CoreEvent) => void) => () => void;
}

const mostBodyBytes = 200_000_000;
// A call that takes longer than this does not hold up the end of its owner.
const lastCallsMs = 2_000;
const shutStatus = 503;

export interface OpenDoor {
  readonly door: OwnerDoor;
  /** Lets nobody in any more and waits, not for long, for the calls that are under way. */
  readonly shut: () => Promise<void>;
  /** Also sends those away that listen. */
  readonly close: () => Promise<void>;
}

export async function openDoor(handlers: DoorHandlers): Promise<OpenDoor> {
  const secret = randomBytes(32).toString('base64url');
  const underWay = new Set<Promise<void>>();
  let isShut = false;
  // An import of them would read each of their exports, and so load Node's whole fetch: 40 ms of CPU at each start.
  const http = process.getBuiltinModule('node:http').createServer((incoming, outgoing) => {
    // told so rather than cut off, for then it is certain that nobody has begun with the call
    if (isShut) return void outgoing.writeHead(shutStatus, { connection: 'close' }).end();
    if (incoming.url === '/events') return streamEvents(handlers, incoming, outgoing);
    // a caller that was killed in the middle of its question is owed no answer
    const answered = answerCall(handlers, incoming, outgoing).catch(() => void outgoing.destroy());
    underWay.add(answered);
    void answered.finally(() => underWay.delete(answered));
  });
  const sockets = new Set<Socket>();
  const server = process.getBuiltinModule('node:net').createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // who does not know the secret is cut off, and told nothing
    admit(socket, secret).then(
      () => http.emit('connection', socket),
      () => {},
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  server.unref();
  return {
    door: { pid: process.pid, address: `http://127.0.0.1:${port}`, secret },
    shut: async () => {
      isShut = true;
      const late = setTimeout(lastCallsMs, undefined, { ref: false });
      await Promise.race([Promise.allSettled(underWay), late]);
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
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
