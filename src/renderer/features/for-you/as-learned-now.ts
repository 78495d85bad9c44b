/** Reads the profile anew after the reader changed it. */
import { queryClient } from '../../client/client.ts';

export function asLearnedNow(): Promise<void> {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'forYou.profile' });
}
