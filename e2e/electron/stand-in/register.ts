/** node --import …/register.ts out/main/index.js runs the bundle as it ships, with the stand-in where it imports electron. */
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';

registerHooks({
  resolve(specifier, context, next) {
    if (!/^electron(\/(main|common))?$/.test(specifier)) return next(specifier, context);
    // Worker threads inherit this hook. Electron has no such module there either.
    if (!isMainThread) throw new Error("Cannot find module 'electron' in a worker thread");
    return { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true };
  },
});
