/** What the engine itself knows of the library. */
import { ok } from '../../contract/errors.ts';
import { programVersion } from '../lib/version.ts';
import type { FlowParts } from './flow-parts.ts';
import type { Flows } from './router.ts';

export function libraryFlows({ asks, options }: FlowParts) {
  return {
    'library.info': async () => {
      const sums = await asks.read('library.sums', {});
      return sums.ok ? ok({ version: programVersion, folder: options.libraryFolder, ...sums.value }) : sums;
    },
  } satisfies Partial<Flows>;
}
