/** What the parts of the engine share. */
import type { Clock } from '../lib/clock.ts';
import type { Asks } from './asks.ts';
import type { EventBus } from './event-bus.ts';

export interface EngineParts {
  readonly asks: Asks;
  readonly bus: EventBus;
  readonly clock: Clock;
}
