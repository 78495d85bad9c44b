/**
 * A core whose calls go through the process that owns the library. When that has ended, it owns the library itself, or goes
 * through whoever does by then: two windows or commands side by side do not depend on which of them ends first.
 */
import { ok, type Result } from '../../../contract/errors.ts';
import type { CoreEvent } from '../../../contract/events.ts';
import { isMethodName, methods } from '../../../contract/index.ts';
import type { MethodKind } from '../../../contract/method.ts';
import type { RefreshSummary } from '../../../contract/refresh.ts';
import type { Core } from '../core-options.ts';
import { continuedSummary } from '../fetching/refresh-summary.ts';
import { callThroughDoor, listenThroughDoor } from './call-door.ts';
import type { OwnerDoor } from './owner.ts';

type Listener = (event: CoreEvent) => void;

export class Guest implements Core {
  readonly #door: OwnerDoor;
  readonly #openAnew: () => Promise<Result<Core>>;
  readonly #listeners = new Map<Listener, () => void>();
  #next: Core | undefined;
  #opening: Promise<Result<Core>> | undefined;
  #isClosed = false;

  constructor(door: OwnerDoor, openAnew: () => Promise<Result<Core>>) {
    this.#door = door;
    this.#openAnew = openAnew;
  }

  get role(): Core['role'] {
    return this.#next?.role ?? 'guest';
  }

  readonly call: Core['call'] = async (name, input) => {
    if (this.#next !== undefined) return this.#next.call(name, input);
    const answer = await callThroughDoor(this.#door, name, input);
    if (answer.ok && name === 'feeds.refresh') return this.#refreshed(answer.value as RefreshSummary, input);
    if (answer.ok || answer.error.code !== 'library_in_use' || !mayAskAgain(name, answer.error.detail)) return answer;
    const next = await this.#follow();
    return next.ok ? next.value.call(name, input) : next;
  };

  readonly on: Core['on'] = (listener) => {
    // as one of its own, so that the same function can listen twice
    const heard: Listener = (event) => listener(event);
    this.#listeners.set(heard, this.#listen(heard));
    return () => {
      this.#listeners.get(heard)?.();
      this.#listeners.delete(heard);
    };
  };

  readonly close: Core['close'] = async () => {
    this.#isClosed = true;
    for (const end of this.#listeners.values()) end();
    this.#listeners.clear();
    await this.#opening;
    await this.#next?.close();
  };

  /** A round that its owner broke off by ending goes on here with the feeds that it had left. */
  async #refreshed(summary: RefreshSummary, input: unknown): Promise<Result<RefreshSummary>> {
    // an owner that is still there was told to stop
    if (!summary.cancelled || (await callThroughDoor(this.#door, 'library.info', {})).ok) return ok(summary);
    const next = await this.#follow();
    if (!next.ok) return ok(summary);
    const { force } = methods['feeds.refresh'].input.parse(input ?? {});
    const feedIds = summary.results.filter(({ outcome }) => outcome === 'cancelled').map(({ feedId }) => feedId);
    const rest = await next.value.call('feeds.refresh', { feedIds, force });
    return rest.ok ? ok(continuedSummary(summary, rest.value as RefreshSummary)) : ok(summary);
  }

  #listen(listener: Listener): () => void {
    return this.#next?.on(listener) ?? listenThroughDoor(this.#door, listener, () => void this.#follow());
  }

  /** Opens the library in the owner's place, once; after a failure the next call tries again. */
  async #follow(): Promise<Result<Core>> {
    if (this.#next !== undefined) return ok(this.#next);
    this.#opening ??= this.#openAnew();
    const opened = await this.#opening;
    this.#opening = undefined;
    if (!opened.ok || this.#next !== undefined) return opened;
    this.#next = opened.value;
    if (this.#isClosed) await opened.value.close();
    for (const [listener, end] of this.#listeners) {
      end();
      this.#listeners.set(listener, this.#listen(listener));
    }
    return opened;
  }
}

const questions: ReadonlySet<MethodKind> = new Set(['query', 'engine', 'story']);

/**
 * A question does no harm when it was answered before, nor does a round of fetching, which leaves out what was fetched a
 * moment ago; anything else only when nobody can have begun with it.
 */
function mayAskAgain(name: string, detail: Readonly<Record<string, unknown>> | undefined): boolean {
  if (detail?.notAsked === true || name === 'feeds.refresh') return true;
  return isMethodName(name) && questions.has(methods[name].kind);
}
