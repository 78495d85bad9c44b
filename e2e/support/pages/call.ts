/** Calls of the contract from a spec, through the window's own way to the core. */
import type { Page } from '@playwright/test';
import type { Result } from '../../../src/contract/errors.ts';
import type { InputOf, MethodName, OutputOf } from '../../../src/contract/index.ts';

/** Answers a failure as the value it is. */
export async function callFor<Name extends MethodName>(
  page: Page,
  name: Name,
  input: InputOf<Name>,
): Promise<Result<OutputOf<Name>>> {
  const asked: { readonly name: string; readonly input: unknown } = { name, input };
  const answer: unknown = await page.evaluate(askCore, JSON.stringify(asked));
  // The core has checked its answer against the schema of this name.
  return answer as Result<OutputOf<Name>>;
}

/** Runs in the window. */
async function askCore(body: string): Promise<unknown> {
  const { name, input } = JSON.parse(body);
  if (window.broadsheet) return window.broadsheet.call(name, input);
  // The page may still be on its way to its session.
  for (let tries = 0; tries < 100; tries += 1) {
    const session = sessionStorage.getItem('broadsheet-session') ?? '';
    const headers = { 'content-type': 'application/json', 'broadsheet-session': session };
    const answer = await fetch('/rpc', { method: 'POST', headers, body });
    if (answer.status !== 401) return answer.json();
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('the window was not signed in within ten seconds');
}

/** Throws on a failure, with its words. */
export async function call<Name extends MethodName>(
  page: Page,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const result = await callFor(page, name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
  return result.value;
}
