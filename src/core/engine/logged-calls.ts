/** Says in the log which calls were made and how they ended, where a person asked for that. What was asked and answered stays out of it. */

import type { Log } from '../lib/log.ts';
import type { Core } from './core-options.ts';

export function loggedCalls(call: Core['call'], log: Log): Core['call'] {
  return async (name, input) => {
    const start = performance.now();
    const answer = await call(name, input);
    const ms = Math.round(performance.now() - start);
    log('call', { name, ms, ...(!answer.ok && { code: answer.error.code }) }, 'whenVerbose');
    return answer;
  };
}
