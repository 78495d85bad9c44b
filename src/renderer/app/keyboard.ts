/** Finds the command for a key press and runs it: single keys only where nobody is typing. */
import { settingsNow } from '../client/settings.ts';
import { type Command, commandsNow, keysOf } from './commands.ts';
import { isHeld } from './held-keys.ts';
import { isBarePress, pressesOf, pressOf } from './key-press.ts';
import { isOverlayOpen } from './overlays.ts';

/** A sequence such as G T must be finished within this time. */
const sequenceMs = 1200;

const textFields = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true]';
/** Controls that answer Space, Enter or arrows themselves. */
const ownKeys =
  'button, a[href], summary, audio, [role=menuitem], [role=option], [role=radio], [role=switch], [role=slider], input';
const overlays = '[role=dialog], [role=menu], [role=listbox]:not(.res)';

/** Listens until the returned function is called. */
export function listenToKeys(): () => void {
  let begun: { readonly press: string; readonly at: number } | undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (isHeld(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const press = pressOf(event);
    if (press === undefined || event.isComposing || !mayAct(event.target, press)) return;
    const sequence = begun && event.timeStamp - begun.at < sequenceMs ? `${begun.press} ${press}` : undefined;
    begun = undefined;
    const command = (sequence && commandFor(sequence)) || commandFor(press);
    if (!command && !beginsSequence(press)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!command) begun = { press, at: event.timeStamp };
    // A key that is held down goes on stepping; what it switches, it switches once.
    else if (!event.repeat || command.group === 'Move') command.run();
  };
  // Before any control sees it: a letter is a command wherever the focus stands, but in a field.
  addEventListener('keydown', onKeyDown, { capture: true });
  return () => removeEventListener('keydown', onKeyDown, { capture: true });
}

function mayAct(target: EventTarget | null, press: string): boolean {
  if (!(target instanceof Element)) return true;
  if (!isBarePress(press)) return !(isEditing(press) && target.closest(textFields));
  if (settingsNow()?.singleKeyShortcuts === false && /^(Shift )?\S$/.test(press)) return false;
  // A dialog may still be on its way: what is typed is meant for it.
  if (isOverlayOpen() || target.closest(textFields) || target.closest(overlays)) return false;
  return !(/^(Shift )?(Space|Enter)$/.test(press) && target.closest(ownKeys));
}

/** Ctrl Z and Ctrl A in a text field are about its text. */
function isEditing(press: string): boolean {
  return /^Ctrl (Shift )?[ZAYXCV]$/.test(press) && press !== 'Ctrl Shift C';
}

function commandFor(pressed: string): Command | undefined {
  return commandsNow().find(
    (command) =>
      !command.onlyListed &&
      keysOf(command).some((keys) => pressesOf(keys).join(' ') === pressed) &&
      command.isEnabled?.() !== false,
  );
}

function beginsSequence(press: string): boolean {
  return commandsNow().some((command) =>
    keysOf(command).some((keys) => {
      const presses = pressesOf(keys);
      return presses.length > 1 && presses[0] === press;
    }),
  );
}
