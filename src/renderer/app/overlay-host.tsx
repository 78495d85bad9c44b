/** Draws the dialog that is open, loaded when it is first asked for. */
import { Suspense } from 'react';
import { Lazy } from '../lib/lazily.ts';
import { closeOverlay, useOverlay } from './overlays.ts';
import { overlays } from './screens.ts';

export function OverlayHost() {
  const open = useOverlay();
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <Lazy key={open.name} part={overlays[open.name]} props={{ argument: open.argument, onClose: closeOverlay }} />
    </Suspense>
  );
}
