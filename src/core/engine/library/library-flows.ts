/** What the engine itself knows of the library. */
import { fail, ok } from '../../../contract/errors.ts';
import { programVersion } from '../../lib/version.ts';
import type { FlowParts } from '../flow-parts.ts';
import type { Flows } from '../router.ts';
import { takenNotice } from './taken-notice.ts';

export function libraryFlows({ asks, options, notices }: FlowParts) {
  return {
    'library.info': async () => {
      const sums = await asks.read('library.sums', {});
      if (!sums.ok) return sums;
      const taken = await takenNotice(asks);
      return ok({
        version: programVersion,
        folder: options.libraryFolder,
        ...sums.value,
        notices: taken === undefined ? [...notices] : [...notices, taken],
      });
    },
    // whoever is answered here has a library that is open: open-at-start.ts answers before that
    'start.status': async () => ok({ progress: null, trouble: null }),
    'start.leave': async () => fail('conflict', 'The library is open. Nothing needs to be done.'),
    'start.again': async () =>
      fail('conflict', 'Broadsheet cannot start itself again here. Stop it where you started it, and start it again.'),
  } satisfies Partial<Flows>;
}
