/** The worker's end of the protocol: takes requests, runs their functions, answers. */
import { type MessagePort, parentPort } from 'node:worker_threads';
import { ok, type Result } from '../../../contract/errors.ts';
import { asFailure } from '../as-failure.ts';
import type { WorkerAnswer, WorkerHere, WorkerRequest } from './worker-protocol.ts';

/** An answer with buffers that go over without being copied. */
export class WithTransfer {
  readonly value: unknown;
  readonly transfer: ArrayBuffer[];
  constructor(value: unknown, transfer: ArrayBuffer[]) {
    this.value = value;
    this.transfer = transfer;
  }
}

export interface Served {
  readonly run: (request: WorkerRequest, signal: AbortSignal) => Result<unknown> | Promise<Result<unknown>>;
  readonly close: () => void | Promise<void>;
  /** Sent before anything is served; a failure ends the worker. */
  readonly ready: Result<unknown>;
}

type Incoming = WorkerRequest | { readonly cancel: number } | { readonly close: true } | { readonly areYouThere: true };

export function serve(served: Served): void {
  if (parentPort === null) throw new Error('this file runs as a worker thread only');
  const port = parentPort;
  port.postMessage({ ready: served.ready });
  if (!served.ready.ok) {
    port.close();
    return;
  }
  const running = new Map<number, AbortController>();
  port.on('message', (message: Incoming) => {
    if ('close' in message) {
      for (const controller of running.values()) controller.abort();
      void Promise.resolve(served.close()).then(() => port.close());
    } else if ('cancel' in message) {
      running.get(message.cancel)?.abort();
    } else if ('areYouThere' in message) {
      port.postMessage({ here: true } satisfies WorkerHere);
    } else {
      void answer(port, served, message, running);
    }
  });
}

async function answer(
  port: MessagePort,
  served: Served,
  request: WorkerRequest,
  running: Map<number, AbortController>,
): Promise<void> {
  const start = performance.now();
  const controller = new AbortController();
  running.set(request.id, controller);
  let result: Result<unknown>;
  try {
    const outcome = served.run(request, controller.signal);
    result = outcome instanceof Promise ? await outcome : outcome;
  } catch (error) {
    result = asFailure(error, request.name);
  }
  running.delete(request.id);
  const ms = performance.now() - start;
  if (result.ok && result.value instanceof WithTransfer) {
    port.postMessage(
      { id: request.id, result: ok(result.value.value), ms } satisfies WorkerAnswer,
      result.value.transfer,
    );
  } else {
    port.postMessage({ id: request.id, result, ms } satisfies WorkerAnswer);
  }
}
