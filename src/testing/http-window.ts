/** The browser window's server around a core, and what a browser would do with it: sign in, call, listen. */
import { onTestFinished } from 'vitest';
import type { Transport } from '../contract/client.ts';
import type { CoreEvent } from '../contract/events.ts';
import { createEntryTokens, type EntryTokens } from '../server/entry-tokens.ts';
import { serveBrowserWindow } from '../server/http.ts';
import { createSessions, type Sessions } from '../server/sessions.ts';

export interface HttpWindow {
  /** http://127.0.0.1:PORT */
  readonly origin: string;
  readonly tokens: EntryTokens;
  readonly close: () => Promise<void>;
}

export interface HttpWindowParts {
  readonly port?: number;
  readonly tokens?: EntryTokens;
  readonly sessions?: Sessions;
  readonly page?: (request: Request) => Promise<Response>;
  readonly openOutside?: (address: string) => void;
}

export async function httpWindow(core: Transport, parts: HttpWindowParts = {}): Promise<HttpWindow> {
  const tokens = parts.tokens ?? createEntryTokens();
  const { origin, close } = await serveBrowserWindow({
    core,
    port: parts.port ?? 0,
    tokens,
    sessions: parts.sessions ?? createSessions({ kept: [], keep: () => {} }),
    ...(parts.openOutside && { openOutside: parts.openOutside }),
    page: parts.page ?? pathAsPage,
  });
  onTestFinished(() => close());
  return { origin, tokens, close };
}

async function pathAsPage({ url, method }: Request): Promise<Response> {
  if (method !== 'GET') return new Response(null, { status: 405 });
  return new Response(`<!doctype html><title>Broadsheet</title>${new URL(url).pathname}`);
}

/** The secret that a token is exchanged for, as a tab keeps it; '' where it is refused. */
export async function signedIn({ origin, tokens }: HttpWindow, token: unknown = tokens.issue()): Promise<string> {
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return answer.ok ? String(((await answer.json()) as { readonly secret: string }).secret) : '';
}

export function httpTransport(origin: string, secret: string): Transport {
  const headers = { 'broadsheet-session': secret };
  return {
    call: async (name, input) => {
      const body = JSON.stringify({ name, input });
      const json = { ...headers, 'content-type': 'application/json' };
      const answer = await fetch(`${origin}/rpc`, { method: 'POST', headers: json, body });
      return JSON.parse(await answer.text());
    },
    on: (listener) => {
      const ended = new AbortController();
      void listen(`${origin}/events`, { headers, signal: ended.signal }, listener);
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
