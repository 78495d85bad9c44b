/** Asks for the profile and the list anew after the reader changed what they rest on. */
import { queryClient } from '../../client/client.ts';
import { loadForYou } from './for-you-model.ts';

export async function asLearnedNow(): Promise<void> {
  void loadForYou();
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'forYou.profile' });
}
