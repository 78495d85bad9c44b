/** The list of For you as it was asked for: its order holds while it is read, until the reader teaches it something. */
import type { OutputOf } from '../../../contract/index.ts';
import { learnBits } from '../../client/article-bits.ts';
import { client } from '../../client/client.ts';
import { createStore } from '../../lib/store.ts';

interface ForYouState {
  readonly list: OutputOf<'forYou.list'> | null;
  readonly failure: string | null;
  readonly isLoading: boolean;
}

export const forYouState = createStore<ForYouState>({ list: null, failure: null, isLoading: false });

let asked = 0;

export async function loadForYou(): Promise<void> {
  asked += 1;
  const mine = asked;
  forYouState.set((before) => ({ ...before, isLoading: true }));
  const result = await client.call('forYou.list', {});
  if (mine !== asked) return;
  if (result.ok) {
    learnBits(result.value.rows.map(({ article }) => article));
    forYouState.set({ list: result.value, failure: null, isLoading: false });
  } else forYouState.set((before) => ({ ...before, failure: result.error.message, isLoading: false }));
}
