/** Articles of each feed in each of the last 12 weeks. */
import { useMemo } from 'react';
import type { FeedId } from '../../../contract/ids.ts';
import { useAsk } from '../../client/use-ask.ts';

export function useVolumes(): ReadonlyMap<FeedId, readonly number[]> {
  const volumes = useAsk('feeds.volume', {}).data;
  return useMemo(() => new Map((volumes ?? []).map(({ feedId, weeks }) => [feedId, weeks])), [volumes]);
}
