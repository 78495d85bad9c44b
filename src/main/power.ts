/** Follows the computer's sleep: a round cut by it would count as errors of the feeds, and a wake is the time to look. */
import { powerMonitor } from 'electron';
import type { Transport } from '../contract/client.ts';

export function followPower(core: Transport): void {
  powerMonitor.on('suspend', () => void core.call('feeds.cancelRefresh', {}));
  powerMonitor.on('resume', () => void core.call('refresh.wake', {}));
}
