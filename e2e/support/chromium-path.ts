/** The Chromium that specs drive: the one that was named, Playwright's own, or the system's. */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

export function chromiumPath(): string {
  const places = [process.env.BROADSHEET_CHROMIUM, chromium.executablePath(), '/usr/bin/chromium'];
  const found = places.find((place) => place && existsSync(place));
  if (!found)
    throw new Error('The specs need a Chromium: run "npx playwright install chromium", or set BROADSHEET_CHROMIUM.');
  return found;
}

/** Chromium refuses to shut its own pages in where it runs as root; there is no display card to count on either. */
export const chromiumArgs: readonly string[] = [
  '--disable-gpu',
  '--disable-background-networking',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
