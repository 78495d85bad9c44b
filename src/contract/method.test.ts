/** The compiler refuses a call that does not say what it reads or changes: each line below is one that it refuses. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { operationId } from './ids.ts';
import { command, flow, nothing, query, story } from './method.ts';

const operation = z.object({ operationId });

it('a call says what it reads or changes', () => {
  // @ts-expect-error: it does not say what it reads
  query('Colours.', nothing, z.array(z.string()));
  // @ts-expect-error: nothing is said of reading
  query('Colours.', nothing, z.array(z.string()), {});
  // @ts-expect-error: nothing is called so
  story('Colours.', nothing, z.array(z.string()), { reads: ['colours'] });
  // @ts-expect-error: a command changes
  command('Paints.', nothing, nothing, { reads: ['feeds'] });
  // @ts-expect-error: what comes from publishers is told by who fetched it
  command('Paints.', nothing, nothing, { changes: ['arrivals'] });
  // @ts-expect-error: neither reads, changes nor tells
  flow('Paints.', nothing, nothing, {});
  expect(query('Colours.', nothing, z.array(z.string()), { reads: ['feeds'] })).toMatchObject({ reads: ['feeds'] });
});

it('a call that makes an operation says that it can be undone, and no other call does', () => {
  // @ts-expect-error: its operation can be undone
  command('Paints.', nothing, operation, { changes: ['feeds'] });
  // @ts-expect-error: there is nothing that could be undone
  command('Paints.', nothing, nothing, { changes: ['feeds'], undoable: true });
  const paint = command('Paints.', nothing, operation, { changes: ['feeds'], undoable: true });
  expect(paint).toMatchObject({ kind: 'command', undoable: true });
});
