/** Hands events to whoever listens. A listener that throws does not keep the others from hearing. */
import type { CoreEvent } from '../../contract/events.ts';
import type { Log } from '../lib/log.ts';
import { errorFacts } from '../lib/log-text.ts';

export type Listener = (event: CoreEvent) => void;

export class EventBus {
  readonly #listeners = new Set<Listener>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  on(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: CoreEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#log('a listener failed', { type: event.type, ...errorFacts(error) });
      }
    }
  }
}
