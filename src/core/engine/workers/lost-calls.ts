/** What whoever asked is told when the worker that was to answer is gone. */
import { type Failure, fail } from '../../../contract/errors.ts';

type Lost = { readonly ok: false; readonly error: Failure };

export function lost(name: string): Lost {
  return fail(
    'worker_lost',
    'A part of Broadsheet stopped in the middle of this and was started again. Try once more.',
    { name },
  );
}

export function tookTooLong(name: string): Lost {
  return fail('took_too_long', 'This took too long to read, so Broadsheet left it alone. It is tried again later.', {
    name,
  });
}

export function closing(name: string): Lost {
  return fail('cancelled', 'Nobody waits for this any more.', { name });
}

/** Both are the doing of what was asked for: asked again at once it would cost a worker again. */
export function isWorkersEnd({ code }: Failure): boolean {
  return code === 'took_too_long' || code === 'worker_lost';
}
