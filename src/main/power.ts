/** Follows the computer's sleep: a round cut by it would count as errors of the feeds, and a wake is the time to look. */
import { powerMonitor } from 'electron';
import type { Core } from '../core/index.ts';

export function followPower(core: Core): void {
  powerMonitor.on('suspend', () => void core.call('feeds.cancelRefresh', {}));
  powerMonitor.on('resume', () => void core.call('refresh.wake', {}));
}
