/** A reader: one read-only connection, one query at a time. */
import { workerData } from 'node:worker_threads';
import { fail, type Result } from '../../../contract/errors.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { openReadable } from '../../store/open.ts';
import { queries } from '../queries.ts';
import { serve } from './serve.ts';
import { passedGate } from './worker-gate.ts';
import type { WorkerData } from './worker-protocol.ts';

type AnyQuery = (db: ReadableDb, input: unknown, now: EpochMs, cancel?: Int32Array) => Result<unknown>;

const { libraryFolder, gate } = workerData as WorkerData;
const opened =
  gate === undefined || passedGate(gate)
    ? openReadable(libraryFolder)
    : fail('library_unopenable', 'The library could not be opened for writing, so it is not read either.');
const table = new Map(Object.entries(queries as unknown as Record<string, AnyQuery>));

serve({
  ready: opened.ok ? { ok: true, value: null } : opened,
  run: ({ name, input, now, stop }) => {
    const query = table.get(name);
    if (query === undefined || !opened.ok) return fail('unknown_method', `There is no query called ${name}.`);
    return query(opened.value, input, now, stop);
  },
  close: () => {
    if (opened.ok) opened.value.close();
  },
});
