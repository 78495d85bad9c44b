/** An answer that no event of the core renews, asked for anew whenever its page is opened: the one before shows until then. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { MethodName, OutputOf } from '../../../contract/index.ts';
import { ask, type CallFailed } from '../../client/client.ts';
import { askKey } from '../../client/use-ask.ts';

/** Methods that are asked without an input. */
type Fresh = Extract<
  MethodName,
  'archive.sizes' | 'archive.preview' | 'backups.list' | 'backups.state' | 'reading.history'
>;

export function useFresh<Name extends Fresh>(name: Name): UseQueryResult<OutputOf<Name>, CallFailed> {
  return useQuery<OutputOf<Name>, CallFailed>({
    queryKey: askKey(name, {} as never),
    queryFn: () => ask(name, {} as never),
    staleTime: 0,
  });
}
