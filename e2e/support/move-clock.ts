/** A page's clock is moved as those of the test and of the app are, in a run that is to happen at another time (scripts/clock.mjs). */
import { readFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';

const preload = new URL('../../scripts/lib/clock-preload.cjs', import.meta.url);

export async function moveClock(context: BrowserContext): Promise<void> {
  const shiftMs = Number(process.env.BROADSHEET_CLOCK_SHIFT_MS ?? 0);
  if (shiftMs === 0) return;
  const source = readFileSync(preload, 'utf8').replace('process.env.BROADSHEET_CLOCK_SHIFT_MS', String(shiftMs));
  await context.addInitScript({ content: `{${source}}` });
}
