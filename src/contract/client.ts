/** A typed caller over any transport: preload bridge, HTTP, or the core itself. */

import type { Result } from './errors.ts';
import type { CoreEvent } from './events.ts';
import type { InputOf, MethodName, OutputOf } from './index.ts';

export interface Transport {
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  /** Returns the function that ends the subscription. */
  readonly on: (listener: (event: CoreEvent) => void) => () => void;
}

export interface Client {
  readonly call: <Name extends MethodName>(name: Name, input: InputOf<Name>) => Promise<Result<OutputOf<Name>>>;
  readonly on: Transport['on'];
}

export function createClient(transport: Transport): Client {
  return {
    // The core has checked input and output against the same schemas; this is where unknown becomes typed.
    call: (name, input) => transport.call(name, input) as Promise<Result<never>>,
    on: transport.on,
  };
}
