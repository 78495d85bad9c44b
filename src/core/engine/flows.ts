/** Calls that need more than one thread: network first, then the store. Each group has a file of its own. */

import { archiveFlows } from './archive/archive-flows.ts';
import { keepFlows } from './archive/keep-flows.ts';
import { refreshFlows } from './fetching/refresh-flows.ts';
import type { FlowParts } from './flow-parts.ts';
import { libraryFlows } from './library/library-flows.ts';
import { mediaFlows } from './pages/media-flows.ts';
import { pageFlows } from './pages/page-flows.ts';
import type { Flows } from './router.ts';
import { regroupFlows } from './stories/regroup-flows.ts';
import { catalogueFlows } from './subscribing/catalogue-flows.ts';
import { importFlows } from './subscribing/import-flows.ts';
import { subscribeFlows } from './subscribing/subscribe-flows.ts';

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
    ...regroupFlows(parts),
    ...subscribeFlows(parts),
  };
}
