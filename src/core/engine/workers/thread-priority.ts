/**
 * Who is to wait where processors are few: what works in the background gives way to the shell and to the threads that
 * answer a reader. On Linux a thread has a priority of its own; elsewhere only a whole process has, and all stays as it is.
 */
import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;
const priorities = { writer: PRIORITY_BELOW_NORMAL / 2, task: PRIORITY_BELOW_NORMAL, story: PRIORITY_LOW } as const;

/** Of the thread it is called on. */
export function giveWay(kind: keyof typeof priorities): void {
  if (process.platform !== 'linux') return;
  try {
    // "<process>/task/<thread>", as the calling thread sees it
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    setPriority(thread, priorities[kind]);
  } catch {
    // no /proc, or not permitted: it works as well, if not as smoothly
  }
}
