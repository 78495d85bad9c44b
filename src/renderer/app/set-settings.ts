/** Changes settings where the change is seen at once: the control itself is the way back, and only a failure has to be told. */
import type { Settings } from '../../contract/settings.ts';
import { changeSettings } from '../client/settings.ts';
import { toastFailure } from './undo.ts';

export function setSettings(change: Partial<Settings>): void {
  void changeSettings(change).then((failure) => {
    if (failure) toastFailure(failure);
  });
}
