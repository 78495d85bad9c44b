/** How a process that holds a core is started: what it has compiled is kept, and memory is not taken in advance. */
import { inRoot } from './root.mjs';

/**
 * Young objects die with a call; by default V8 lets 48 MB of them gather first. Its helping threads do not give way as
 * the workers do (see thread-priority.ts): no more of them than the processors can bear, which 0 stands for.
 */
export const coreFlags = ['--max-semi-space-size=4', '--v8-pool-size=0'];

/** Compiled sources are kept between starts. glibc would otherwise give each thread memory of its own that it never gives back. */
export function coreEnvironment() {
  return { NODE_COMPILE_CACHE: inRoot('node_modules', '.cache', 'broadsheet'), MALLOC_ARENA_MAX: '2', ...process.env };
}
