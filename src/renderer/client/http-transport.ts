/**
 * The contract over HTTP: POST /rpc answers one call, GET /events is the stream of events. Both show the tab's session in a
 * header. While the server is away nothing is sent but the question who is there.
 */
import type { Transport } from '../../contract/client.ts';
import type { Failure, Result } from '../../contract/errors.ts';
import type { CoreEvent } from '../../contract/events.ts';
import { holdLoading } from '../lib/lazily.ts';
import { connection, whenThere } from './connection.ts';
import { followLinksOutside } from './own-window.ts';
import { readEvents } from './read-events.ts';
import { askWhoIsThere, endSession, openSession, sessionNow } from './session.ts';
import type { SessionKeys } from './session-keys.ts';

export function createHttpTransport(reconnected: () => void): Transport {
  const events = sharedEvents();
  // Whoever has the port meanwhile could answer with code of their own, which would run in this page.
  holdLoading(whenThere);
  followLinksOutside(sessionNow);
  watchForServer(() => {
    events.listenAgain();
    reconnected();
  });
  return {
    call: async (name, input) => {
      const keys = sessionNow() ?? (await openSession());
      if (keys === undefined || connection.get() === 'closed') return failure(notLetIn);
      if (connection.get() === 'lost') return failure(connectionLost);
      return callWith(keys, name, input);
    },
    on: events.on,
  };
}

async function callWith({ secret }: SessionKeys, name: string, input: unknown): Promise<Result<unknown>> {
  try {
    const answer = await fetch('/rpc', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'broadsheet-session': secret },
      body: JSON.stringify({ name, input }),
      // What is kept while the window closes must outlive it.
      keepalive: outlivesPage.has(name),
    });
    if (answer.status === 401 || answer.status === 403) {
      close();
      return failure(notLetIn);
    }
    return (await answer.json()) as Result<unknown>;
  } catch {
    // The server is on this computer: when it does not answer, it has ended.
    lose();
    return failure(connectionLost);
  }
}

const outlivesPage: ReadonlySet<string> = new Set([
  'state.set',
  'reading.record',
  'reading.keepPlace',
  'edition.visited',
]);

const notLetIn: Failure = {
  code: 'forbidden',
  message: 'This window has to be opened anew. Start Broadsheet again, or open the address that its terminal gives.',
};
const connectionLost: Failure = {
  code: 'worker_lost',
  message: 'Broadsheet is not running any more. Start it again, and this window goes on by itself.',
};

function failure(error: Failure): Result<never> {
  return { ok: false, error };
}

function lose(): void {
  if (connection.get() === 'there') connection.set('lost');
}

function close(): void {
  endSession();
  connection.set('closed');
}

const lookAgainMs = 1000;

/** Once the server has gone, looks for it once a second; `found` when the same library's server is there again. */
function watchForServer(found: () => void): void {
  const look = async (): Promise<void> => {
    const keys = sessionNow();
    if (keys === undefined) return close();
    const server = await askWhoIsThere(keys);
    if (server === 'silent') return void setTimeout(look, lookAgainMs);
    if (server === 'has forgotten us') return close();
    connection.set('there');
    found();
  };
  connection.subscribe(() => {
    if (connection.get() === 'lost') void look();
  });
}

/** One stream for all listeners: a browser opens only six connections to a host, and each stream holds one for good. */
function sharedEvents(): { readonly on: Transport['on']; readonly listenAgain: () => void } {
  const listeners = new Set<(event: CoreEvent) => void>();
  let listening: AbortController | undefined;
  const tell = (event: CoreEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const listen = async (): Promise<void> => {
    listening?.abort();
    const own = new AbortController();
    listening = own;
    const keys = await openSession();
    if (keys === undefined) return;
    const end = await readEvents({ secret: keys.secret, signal: own.signal, tell });
    if (own.signal.aborted) return;
    if (end === 'refused') close();
    else lose();
  };
  return {
    on: (listener) => {
      // A function of its own, so that the same listener may be there twice.
      const own = (event: CoreEvent) => listener(event);
      listeners.add(own);
      if (listening === undefined) void listen();
      return () => {
        listeners.delete(own);
        if (listeners.size > 0) return;
        listening?.abort();
        listening = undefined;
      };
    },
    listenAgain: () => {
      if (listeners.size > 0) void listen();
    },
  };
}
