/** Draws the dialog that is open, loaded when it is first asked for. */
import { Suspense } from 'react';
import { closeOverlay, useOverlay } from './overlays.ts';
import { overlays } from './screens.ts';

export function OverlayHost() {
  const open = useOverlay();
  if (!open) return null;
  const Overlay = overlays[open.name];
  return (
    <Suspense fallback={null}>
      <Overlay argument={open.argument} onClose={closeOverlay} />
    </Suspense>
  );
}
