/** The contract over HTTP: POST /rpc answers one call, GET /events is the stream of events. */
import type { Transport } from '../../contract/client.ts';
import type { Failure, Result } from '../../contract/errors.ts';
import type { CoreEvent } from '../../contract/events.ts';

interface HttpTransportOptions {
  readonly fetch: typeof fetch;
  readonly reconnected: () => void;
}

export function createHttpTransport({ fetch, reconnected }: HttpTransportOptions): Transport {
  return {
    call: async (name, input) => {
      try {
        const answer = await fetch('/rpc', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name, input }),
          // What is kept while the window closes must outlive it.
          keepalive: outlivesPage.has(name),
        });
        if (answer.status === 401 || answer.status === 403) return failure(noKey);
        return (await answer.json()) as Result<unknown>;
      } catch {
        // The server is on this computer: when it does not answer, it has ended.
        return failure(connectionLost);
      }
    },
    on: sharedEvents(reconnected),
  };
}

const outlivesPage: ReadonlySet<string> = new Set(['state.set', 'reading.record', 'edition.visited']);

const noKey: Failure = {
  code: 'forbidden',
  message: 'This window has lost its key. Open the address that Broadsheet printed when it started.',
};
const connectionLost: Failure = {
  code: 'worker_lost',
  message: 'Broadsheet is not running any more. Start it again and reload this window.',
};

function failure(error: Failure): Result<never> {
  return { ok: false, error };
}

/** One stream for all listeners: a browser opens only six connections to a host, and each stream holds one for good. */
function sharedEvents(reconnected: () => void): Transport['on'] {
  const listeners = new Set<(event: CoreEvent) => void>();
  let stop: (() => void) | null = null;
  const tell = (event: CoreEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  return (listener) => {
    // A function of its own, so that the same listener may be there twice.
    const own = (event: CoreEvent) => listener(event);
    listeners.add(own);
    stop ??= listen(tell, reconnected);
    return () => {
      listeners.delete(own);
      if (listeners.size > 0) return;
      stop?.();
      stop = null;
    };
  };
}

function listen(listener: (event: CoreEvent) => void, reconnected: () => void): () => void {
  const source = new EventSource('/events');
  let interrupted = false;
  source.onmessage = (message) => listener(JSON.parse(String(message.data)) as CoreEvent);
  source.onerror = () => {
    interrupted = true;
  };
  source.onopen = () => {
    if (interrupted) reconnected();
    interrupted = false;
  };
  return () => source.close();
}

let exchanged: Promise<void> | undefined;

/**
 * Exchanges the one-time token of the address (`#token=…`) for a cookie and takes it out of the address, so that it is
 * in no history and no bookmark. Does nothing when there is none. Whoever asks again waits for the same exchange.
 */
export function exchangeToken(): Promise<void> {
  exchanged ??= exchange();
  return exchanged;
}

async function exchange(): Promise<void> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return;
  history.replaceState(null, '', location.pathname + location.search);
  await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  }).catch(() => undefined); // The first call will say that there is no server.
}
