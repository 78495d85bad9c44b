/** The browser window's server around a core, and what a browser would do with it: sign in, call, listen. */
import { onTestFinished } from 'vitest';
import type { Transport } from '../contract/client.ts';
import type { CoreEvent } from '../contract/events.ts';
import { serveBrowserWindow } from '../server/http.ts';

export interface HttpWindow {
  /** http://127.0.0.1:PORT */
  readonly origin: string;
  readonly token: string;
  readonly close: () => Promise<void>;
}

export async function httpWindow(core: Transport): Promise<HttpWindow> {
  const window = await serveBrowserWindow({
    core,
    port: 0,
    page: async () => new Response('<!doctype html><title>Broadsheet</title>', { status: 200 }),
  });
  onTestFinished(() => window.close());
  const url = new URL(window.url);
  return {
    origin: url.origin,
    token: new URLSearchParams(url.hash.slice(1)).get('token') ?? '',
    close: window.close,
  };
}

/** The cookie that the token of the address is exchanged for. */
export async function signedIn({ origin, token }: HttpWindow): Promise<string> {
  const answer = await fetch(`${origin}/session`, { method: 'POST', body: JSON.stringify({ token }) });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

export function httpTransport(origin: string, cookie: string): Transport {
  return {
    call: async (name, input) => {
      const body = JSON.stringify({ name, input });
      const answer = await fetch(`${origin}/rpc`, { method: 'POST', headers: { cookie }, body });
      return JSON.parse(await answer.text());
    },
    on: (listener) => {
      const ended = new AbortController();
      void listen(`${origin}/events`, { headers: { cookie }, signal: ended.signal }, listener);
      return () => ended.abort();
    },
  };
}

/** Reads server-sent events (WHATWG HTML 9.2) of one line of data each, until it is aborted. */
async function listen(url: string, init: RequestInit, listener: (event: CoreEvent) => void): Promise<void> {
  try {
    const answer = await fetch(url, init);
    let rest = '';
    for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const parts = (rest + text).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) if (part.startsWith('data: ')) listener(JSON.parse(part.slice(6)));
    }
  } catch {
    // aborted, or the server has ended
  }
}
