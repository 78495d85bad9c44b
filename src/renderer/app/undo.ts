/** Taking back and doing again, and the toast that offers it. */
import type { OperationId } from '../../contract/ids.ts';
import { client } from '../client/client.ts';
import { showToast } from '../ui/toast.tsx';
import { keysFor } from './commands.ts';

export function undo(id?: OperationId): void {
  void client.call('operations.undo', id === undefined ? {} : { id }).then((result) => {
    if (result.ok) {
      showToast({
        text: `Undone: ${lowerFirst(result.value.label)}`,
        action: { label: 'Redo', keys: keysFor('redo'), run: () => redo() },
      });
    } else showToast({ text: result.error.message, failed: true });
  });
}

export function redo(id?: OperationId): void {
  void client.call('operations.redo', id === undefined ? {} : { id }).then((result) => {
    if (result.ok) toastDone(result.value.label, result.value.id);
    else showToast({ text: result.error.message, failed: true });
  });
}

/** 'Marked 88 articles read', with Undo when there is something to undo. */
export function toastDone(text: string, operationId: OperationId | null): void {
  const action =
    operationId === null ? undefined : { label: 'Undo', keys: keysFor('undo'), run: () => undo(operationId) };
  showToast({ text, action });
}

export function toastFailure(message: string): void {
  showToast({ text: message, failed: true });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}
