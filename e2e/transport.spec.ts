/** The facts of every transport, held by the one that this window has: HTTP in a browser, the bridge and IPC on the desktop. */
import type { Page } from '@playwright/test';
import type { Transport } from '../src/contract/client.ts';
import { transportFacts } from '../src/testing/transport-suite.ts';
import { callFor } from './support/pages/call.ts';
import { test } from './support/reader.ts';

for (const { fact, hold } of transportFacts) {
  test(fact, async ({ reader }) => {
    await hold(transportOf(reader.page));
  });
}

let listeners = 0;

/** The window's own bridge or stream, worked from outside: what it hears is collected in the page and fetched. */
function transportOf(page: Page): Transport {
  return {
    call: (name, input) => callFor(page, name as never, input as never),
    on: (listener) => {
      listeners += 1;
      const key = `heard-${listeners}`;
      const begun = page.evaluate(startListening, key);
      let isOver = false;
      const look = setInterval(async () => {
        await begun;
        for (const event of await page.evaluate(takeHeard, key)) if (!isOver) listener(event);
      }, 50);
      return () => {
        isOver = true;
        clearInterval(look);
        void page.evaluate(stopListening, key);
      };
    },
  };
}

interface Heard {
  readonly events: never[];
  readonly stop: () => void;
}

declare global {
  interface Window {
    heard?: Record<string, Heard>;
  }
}

/** These three run in the window. */
function startListening(key: string): void {
  const events: never[] = [];
  const hear = (event: unknown) => void events.push(event as never);
  let stop: (() => void) | undefined;
  if (window.broadsheet) stop = window.broadsheet.on(hear);
  else {
    const ended = new AbortController();
    stop = () => ended.abort();
    const headers = { 'broadsheet-session': sessionStorage.getItem('broadsheet-session') ?? '' };
    void (async () => {
      const answer = await fetch('/events', { headers, signal: ended.signal });
      const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
      let rest = '';
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        const blocks = (rest + part.value).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) if (block.startsWith('data: ')) hear(JSON.parse(block.slice(6)));
      }
    })().catch(() => undefined); // aborted
  }
  window.heard = { ...window.heard, [key]: { events, stop } };
}

function takeHeard(key: string): readonly never[] {
  return window.heard?.[key]?.events.splice(0) ?? [];
}

function stopListening(key: string): void {
  window.heard?.[key]?.stop();
}
