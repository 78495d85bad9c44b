/** The panel of theme and type: wanted once in a while. */
import { lazily } from '../../lib/lazily.ts';

export const textPanel = lazily(async () => (await import('./text-panel.tsx')).TextPanel);
