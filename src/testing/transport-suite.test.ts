/** The ways to the core that need no window: the core itself, and the door through which its owner lets others in. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCore, nodeWorkers } from '../core/index.ts';
import { fileCore } from './file-core.ts';
import { mustBeOk } from './test-core.ts';
import { transportFacts } from './transport-suite.ts';

const owner = fileCore();

describe('called directly', () => {
  it.each(transportFacts)('$fact', ({ hold }) => hold(owner.core()));
});

describe('called through the door of the process that owns the library', () => {
  it.each(transportFacts)('$fact', async ({ hold }) => {
    const guest = mustBeOk(await createCore({ libraryFolder: owner.folder(), workers: nodeWorkers }));
    onTestFinished(() => guest.close());
    expect(guest.role).toBe('guest');
    await hold(guest);
  });
});
