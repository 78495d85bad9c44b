/** The one connection of this window to the core, and the store of what it was answered. */
import { QueryClient } from '@tanstack/react-query';
import type { Client } from '../../contract/client.ts';
import type { Failure } from '../../contract/errors.ts';
import type { InputOf, MethodName, OutputOf } from '../../contract/index.ts';
import { takeAhead } from './ahead.ts';
import { transport, whenReconnected } from './transport.ts';

export const client: Client = {
  // The core has checked both ends against the contract's schemas; this is where unknown becomes typed.
  call: (name, input) => (takeAhead(name, input) ?? transport.call(name, input)) as Promise<never>,
  on: transport.on,
};

/** Answers stay fresh until an event says otherwise: the core tells every change. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 10 * 60_000, retry: false, networkMode: 'always' },
    mutations: { networkMode: 'always', retry: false },
  },
});

whenReconnected(() => void comeBack());

/** The server was away: events may have been missed, and the library may not be open again yet. */
async function comeBack(): Promise<void> {
  const status = await transport.call('start.status', {});
  const now = status.ok ? (status.value as OutputOf<'start.status'>) : undefined;
  if (now?.progress || now?.trouble) location.reload();
  else await queryClient.invalidateQueries();
}

/** A failure of the contract, thrown only where TanStack Query wants a rejection. */
export class CallFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** A call whose failure is thrown as CallFailed: for queries. */
export async function ask<Name extends MethodName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const result = await client.call(name, input);
  if (!result.ok) throw new CallFailed(result.error);
  return result.value;
}
