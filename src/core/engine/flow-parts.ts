/** What every flow has at hand. */
import type { CoreOptions } from './core-options.ts';
import type { EngineParts } from './engine-parts.ts';
import type { Poller } from './fetching/poller.ts';
import type { StoryDesk } from './stories/story-desk.ts';

export interface FlowParts extends EngineParts {
  readonly poller: Poller;
  readonly stories: StoryDesk;
  readonly options: CoreOptions;
  /** Of this start, see keep-private.ts. */
  readonly notices: readonly string[];
}
