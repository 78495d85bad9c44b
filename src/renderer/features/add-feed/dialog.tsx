/** Add feed: takes the place of this dialog when it is built. See app/screens.ts. */
import type { OverlayProps } from '../../app/overlays.ts';
import { Dialog } from '../../ui/dialog.tsx';

export function AddFeedDialog({ onClose }: OverlayProps) {
  return (
    <Dialog title="Add feed" onClose={onClose} middle>
      <div className="dlg-b">Adding feeds is not in this version yet.</div>
    </Dialog>
  );
}
