/** A component whose code is loaded when it is first wanted, or before that while nothing else is to be done. */
import { type ComponentType, createElement, lazy, type ReactElement, useState } from 'react';

let mayLoad = (): Promise<void> => Promise.resolve();

/** From now on code is loaded once `until` has resolved: what answers where it lies may not always be ours. */
export function holdLoading(until: () => Promise<void>): void {
  mayLoad = until;
}

export interface Lazily<Props extends object> {
  /** Loads the code; once, however often it is called. After a failure the next call tries again. */
  readonly preload: () => Promise<void>;
  /** The component where its code is there already, else one that waits for it. */
  readonly component: () => ComponentType<Props>;
  /** Lets the component that waited for a load that failed be one that waits for a new one. */
  readonly again: () => void;
}

export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): Lazily<Props> {
  let loading: Promise<ComponentType<Props>> | undefined;
  let loaded: ComponentType<Props> | undefined;
  let waiting: ComponentType<Props> | undefined;
  const once = () => {
    loading ??= mayLoad()
      .then(load)
      .then(
        (component) => {
          loaded = component;
          return component;
        },
        (cause: unknown) => {
          loading = undefined;
          throw cause;
        },
      );
    return loading;
  };
  const waitingOne = () => {
    waiting ??= lazy(async () => ({ default: await once() })) as unknown as ComponentType<Props>;
    return waiting;
  };
  return {
    preload: async () => void (await once()),
    component: () => loaded ?? waitingOne(),
    again: () => {
      waiting = undefined;
    },
  };
}

/**
 * Draws such a component; it needs a Suspense around it, and a key that tells one `part` from another. Draws at once when
 * the code is there: React's own lazy waits a turn even then.
 */
export function Lazy<Props extends object>({
  part,
  props,
}: {
  readonly part: Lazily<Props>;
  readonly props: Props;
}): ReactElement {
  // For as long as it is drawn: another type would be drawn anew.
  const [chosen] = useState(() => ({ type: part.component() }));
  return createElement(chosen.type, props);
}
