/** Stands for every spec of the `electron` project where Electron cannot be started, and says why in one line. */
import { test } from '@playwright/test';
import { whyNoElectron } from '../support/launch-electron.ts';

test(`skipped: ${whyNoElectron()}`, () => {
  test.skip(true, whyNoElectron());
});
