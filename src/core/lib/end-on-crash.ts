/** What nobody caught ends the process, as Node would have it: with one sentence instead of a stack, which is in the log. */
import type { LogFile } from './log-file.ts';

/** `say` gets the sentence. The exit code is 1. A promise that nobody caught counts as well. */
export function endOnCrash({ recordCrash }: LogFile, say: (sentence: string) => void): void {
  process.once('uncaughtException', (cause) => {
    say(recordCrash(cause));
    process.exit(1);
  });
}
