/** Only the shell's thread can ask the system for its proxy, and only task workers need to know: a question and its answer between the two. */
import type { MessagePort } from 'node:worker_threads';
import type { Clock, EpochMs } from '../../lib/clock.ts';

interface Question {
  readonly id: number;
  readonly url: string;
}

interface Answer {
  readonly id: number;
  readonly answer: string;
}

/** The shell's end. A system that cannot say is taken to have no proxy. */
export function answerProxyQuestions(port: MessagePort, systemProxy: (url: string) => Promise<string>): void {
  port.on('message', ({ id, url }: Question) => {
    const reply = (answer: string): void => port.postMessage({ id, answer } satisfies Answer);
    systemProxy(url).then(reply, () => reply('DIRECT'));
  });
  port.unref();
}

const keptMs = 60_000;
const keptAtMost = 2_000;

/** The worker's end. An answer holds for its origin for a minute: a person may change networks meanwhile. */
export function proxyAsker(port: MessagePort, clock: Clock): (url: string) => Promise<string> {
  const waiting = new Map<number, (answer: string) => void>();
  const known = new Map<string, { readonly answer: Promise<string>; readonly at: EpochMs }>();
  let lastId = 0;
  port.on('message', ({ id, answer }: Answer) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  port.unref();
  const ask = (url: string): Promise<string> =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      port.postMessage({ id: lastId, url } satisfies Question);
    });
  return (url) => {
    const { origin } = new URL(url);
    const kept = known.get(origin);
    const now = clock.now();
    if (kept !== undefined && now - kept.at < keptMs) return kept.answer;
    if (known.size >= keptAtMost) known.clear();
    const answer = ask(url);
    known.set(origin, { answer, at: now });
    return answer;
  };
}
