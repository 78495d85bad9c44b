/** Hands events to whoever listens. A listener that throws does not keep the others from hearing. */
import type { CoreEvent } from '../../contract/events.ts';
import type { MethodName, ToldBy } from '../../contract/index.ts';
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

  /** What a call changed, told as it goes; only of what it says in the contract that it tells. */
  tell<Name extends MethodName>(_call: Name, event: ToldBy<Name>): void {
    this.emit(event);
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
