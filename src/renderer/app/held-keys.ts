/**
 * Keys that are pressed between a command that leads to a text field and the field itself, whose code may still be on its
 * way: they are held, and given to the field when the focus has come to it. `/` and a word typed at once lose no letter.
 */

/** A field that has not come by then will not: what was typed for it is let go. */
const longestWaitMs = 3000;
const textField = 'input:not([type=checkbox], [type=radio], [type=range]), textarea';

interface Waiting {
  readonly keys: string[];
  /** ms, as events count them. */
  readonly since: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

let waiting: Waiting | undefined;

/** Call it where the reader is led to a text field that is not there yet. */
export function holdKeysForField(): void {
  endWait();
  waiting = { keys: [], since: performance.now(), timer: setTimeout(endWait, longestWaitMs) };
  addEventListener('focusin', onFocus);
  addEventListener('pointerdown', onPointer);
}

/** True when the press is held. Must hear every press before anything else does. */
export function isHeld(event: KeyboardEvent): boolean {
  if (!waiting || !event.isTrusted) return false;
  const field = focusedField();
  if (field) {
    // This press comes after those that are held.
    giveTo(field);
    return false;
  }
  if (event.key === 'Escape' || event.ctrlKey || event.metaKey || event.altKey) {
    endWait();
    return false;
  }
  if (event.key === 'Backspace') waiting.keys.pop();
  else if (event.key.length === 1 || event.key === 'Enter') waiting.keys.push(event.key);
  else return false;
  return true;
}

function onFocus(): void {
  // Not within the focus itself: the field is being drawn.
  if (focusedField()) setTimeout(() => giveTo(focusedField()));
}

/** A press that leads to the field is still on its way through the page when the wait begins. */
function onPointer({ timeStamp }: PointerEvent): void {
  if (waiting && timeStamp > waiting.since) endWait();
}

function giveTo(field: HTMLElement | null): void {
  if (!waiting || !field) return;
  const { keys } = waiting;
  endWait();
  const end = keys.indexOf('Enter');
  const text = keys.slice(0, end < 0 ? keys.length : end).join('');
  // As typing does it, so that the field's own listeners hear of it and Ctrl Z takes it back.
  if (text !== '') document.execCommand('insertText', false, text);
  if (end < 0) return;
  const press = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true };
  setTimeout(() => field.dispatchEvent(new KeyboardEvent('keydown', press)));
}

function focusedField(): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement.matches(textField) ? activeElement : null;
}

function endWait(): void {
  clearTimeout(waiting?.timer);
  waiting = undefined;
  removeEventListener('focusin', onFocus);
  removeEventListener('pointerdown', onPointer);
}
