/** Draws the dialog that is open, loaded when it is first asked for. */
import { type ReactNode, Suspense } from 'react';
import { Lazy } from '../lib/lazily.ts';
import { Dialog } from '../ui/dialog.tsx';
import { closeOverlay, useOverlay } from './overlays.ts';
import { PartBoundary } from './part-boundary.tsx';
import { overlays } from './screens.ts';

export function OverlayHost() {
  const open = useOverlay();
  if (!open) return null;
  return (
    <PartBoundary key={open.name} part={overlays[open.name]} around={asDialog}>
      <Suspense fallback={null}>
        <Lazy part={overlays[open.name]} props={{ argument: open.argument, onClose: closeOverlay }} />
      </Suspense>
    </PartBoundary>
  );
}

function asDialog(words: ReactNode): ReactNode {
  return (
    <Dialog middle title="Broadsheet" onClose={closeOverlay}>
      <div className="dlg-b">{words}</div>
    </Dialog>
  );
}
