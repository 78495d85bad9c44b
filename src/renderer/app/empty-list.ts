/** Whether the list beside the article has nothing in it: then nothing can be chosen from it, and the pane stays blank. */
import { createStore } from '../lib/store.ts';

export const emptyList = createStore(false);
