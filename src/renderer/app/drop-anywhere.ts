/** A link dropped anywhere on the window opens Add feed; an OPML file opens the import. */

import { importFile } from '../client/subscription-import.ts';
import { navigate } from './navigation.ts';
import { openOverlay } from './overlays.ts';
import { toastFailure } from './undo.ts';

/** Listens until the returned function is called. Drags inside the window carry their own types and are left alone. */
export function acceptDrops(): () => void {
  const onDragOver = (event: DragEvent) => {
    if (isForUs(event)) event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    if (!isForUs(event)) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    const link = event.dataTransfer
      ?.getData('text/uri-list')
      .split('\n')
      .find((line) => /^(https?|feed):/i.test(line));
    if (file) takeFile(file);
    else if (link) openOverlay('add-feed', link.trim());
  };
  addEventListener('dragover', onDragOver);
  addEventListener('drop', onDrop);
  return () => {
    removeEventListener('dragover', onDragOver);
    removeEventListener('drop', onDrop);
  };
}

function isForUs({ dataTransfer, defaultPrevented }: DragEvent): boolean {
  if (!dataTransfer || defaultPrevented) return false;
  return dataTransfer.types.includes('Files') || dataTransfer.types.includes('text/uri-list');
}

function takeFile(file: File): void {
  if (!/\.(opml|xml)$/i.test(file.name)) {
    toastFailure(`${file.name} is not a subscription list. Drop a file that ends in .opml.`);
    return;
  }
  void importFile(file);
  navigate({ screen: 'import' });
}
