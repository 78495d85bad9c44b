/** Queries of the contract as hooks. A key is the method's name and its input, so that events can name what is stale. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { InputOf, MethodName, OutputOf } from '../../contract/index.ts';
import { ask, type CallFailed } from './client.ts';

export function askKey<Name extends MethodName>(name: Name, input: InputOf<Name>): readonly [Name, InputOf<Name>] {
  return [name, input];
}

interface AskOptions {
  readonly enabled?: boolean;
  /** Go on showing the answer before while a new input is asked for. */
  readonly keepPrevious?: boolean;
}

export function useAsk<Name extends MethodName>(
  name: Name,
  input: InputOf<Name>,
  { enabled = true, keepPrevious = false }: AskOptions = {},
): UseQueryResult<OutputOf<Name>, CallFailed> {
  return useQuery<OutputOf<Name>, CallFailed>({
    queryKey: askKey(name, input),
    queryFn: () => ask(name, input),
    enabled,
    ...(keepPrevious ? { placeholderData: (before: OutputOf<Name> | undefined) => before as never } : {}),
  });
}
