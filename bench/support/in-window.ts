/** What benches have the window's page do for them. The functions run there, so each stands by itself. */
import type { Page } from '@playwright/test';
import type { Result } from '../../src/contract/errors.ts';
import type { InputOf, MethodName, OutputOf } from '../../src/contract/index.ts';

/** The part of a page's globals that is used here; this program is checked as one for Node. */
interface PageGlobals {
  asking?: { over: boolean; queriesMs: number[]; coreMs: number[]; frameGapsMs: number[] };
  requestAnimationFrame: (draw: (now: number) => void) => void;
  readonly sessionStorage: { readonly getItem: (name: string) => string | null };
}

/** A call over the window's own way to its server; throws on a failure. */
export async function call<Name extends MethodName>(
  page: Page,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const answer: unknown = await page.evaluate(async (body) => {
    const { sessionStorage } = globalThis as unknown as PageGlobals;
    const session = sessionStorage.getItem('broadsheet-session') ?? '';
    const headers = { 'content-type': 'application/json', 'broadsheet-session': session };
    return (await fetch('/rpc', { method: 'POST', headers, body })).json();
  }, JSON.stringify({ name, input }));
  const result = answer as Result<OutputOf<Name>>;
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value;
}

/** Asks for a list again and again, and notes how long it took here and at the server, and each frame that is drawn. */
export function startAsking(everyMs: number): void {
  const page = globalThis as unknown as PageGlobals;
  const asking = { over: false, queriesMs: [] as number[], coreMs: [] as number[], frameGapsMs: [] as number[] };
  page.asking = asking;
  const session = page.sessionStorage.getItem('broadsheet-session') ?? '';
  const headers = { 'content-type': 'application/json', 'broadsheet-session': session };
  const ask = async (): Promise<void> => {
    const body = JSON.stringify({ name: 'articles.list', input: { view: 'all', limit: 50 } });
    const begun = performance.now();
    const response = await fetch('/rpc', { method: 'POST', headers, body });
    await response.json();
    asking.queriesMs.push(performance.now() - begun);
    asking.coreMs.push(Number(/dur=([\d.]+)/.exec(response.headers.get('server-timing') ?? '')?.[1]));
    if (!asking.over) setTimeout(() => void ask(), everyMs);
  };
  void ask();
  let before = performance.now();
  const frame = (now: number): void => {
    asking.frameGapsMs.push(now - before);
    before = now;
    if (!asking.over) page.requestAnimationFrame(frame);
  };
  page.requestAnimationFrame(frame);
}

export interface Asked {
  /** From the asking in the page to the answer in its hands, and the part of it that the server had the call. */
  readonly queriesMs: readonly number[];
  readonly coreMs: readonly number[];
  readonly frameGapsMs: readonly number[];
}

export function stopAsking(): Asked {
  const { asking } = globalThis as unknown as PageGlobals;
  if (!asking) throw new Error('Nobody was asking.');
  asking.over = true;
  return { queriesMs: asking.queriesMs, coreMs: asking.coreMs, frameGapsMs: asking.frameGapsMs.slice(1) };
}

/** Resolves when what is in the page has been painted. */
export function twoFrames(): Promise<void> {
  const page = globalThis as unknown as PageGlobals;
  return new Promise((painted) => page.requestAnimationFrame(() => page.requestAnimationFrame(() => painted())));
}
