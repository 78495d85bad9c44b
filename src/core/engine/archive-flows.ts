/** Archive files into the library: prepared in a task worker, written in steps. */
import { ok } from '../../contract/errors.ts';
import type { FlowParts } from './flow-parts.ts';
import type { Flows } from './router.ts';

export function archiveFlows({ asks, bus }: FlowParts) {
  return {
    'archive.import': async (input) => {
      const prepared = await asks.work('archive.prepare', input);
      if (!prepared.ok) return prepared;
      const stored = await asks.write('archive.store', { feeds: prepared.value.feeds });
      if (!stored.ok) return stored;
      if (stored.value.feeds > 0) bus.emit({ type: 'feeds-changed' });
      if (stored.value.added > 0)
        bus.emit({ type: 'articles-arrived', added: stored.value.added, updated: 0, feedIds: [] });
      return ok({ ...stored.value, bad: [...prepared.value.bad] });
    },
  } satisfies Partial<Flows>;
}
