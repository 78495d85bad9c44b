/** Calls that need more than one thread: network first, then the store. Each group has a file of its own. */

import { archiveFlows } from './archive-flows.ts';
import { catalogueFlows } from './catalogue-flows.ts';
import type { FlowParts } from './flow-parts.ts';
import { importFlows } from './import-flows.ts';
import { keepFlows } from './keep-flows.ts';
import { libraryFlows } from './library-flows.ts';
import { mediaFlows } from './media-flows.ts';
import { pageFlows } from './page-flows.ts';
import { refreshFlows } from './refresh-flows.ts';
import type { Flows } from './router.ts';
import { storyFlows } from './story-flows.ts';
import { subscribeFlows } from './subscribe-flows.ts';

export function createFlows(parts: FlowParts): Flows {
  return {
    ...archiveFlows(parts),
    ...catalogueFlows(parts),
    ...importFlows(parts),
    ...keepFlows(parts),
    ...libraryFlows(parts),
    ...mediaFlows(parts),
    ...pageFlows(parts),
    ...refreshFlows(parts),
    ...storyFlows(parts),
    ...subscribeFlows(parts),
  };
}
