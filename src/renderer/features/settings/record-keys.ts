/** Waits for the keys that somebody wants for a command: one press, or two single ones after each other. */
import { useEffect } from 'react';
import { commandsNow, registerCommands } from '../../app/commands.ts';
import { isBarePress, pressOf } from '../../app/key-press.ts';

/** As long as the second press of a sequence may take to come. */
const secondPressMs = 900;

/** Keys that move about or answer a question; they keep doing so. */
const notOffered = new Set(['Tab', 'Shift Tab', 'Enter', 'Shift Enter', 'Escape']);

interface Recording {
  readonly onKeys: (keys: string) => void;
  readonly onCancel: () => void;
}

/** While the component is shown no command is run by its keys, and what is pressed is told to `onKeys`. */
export function useRecordedKeys({ onKeys, onCancel }: Recording): void {
  useEffect(() => {
    const wake = silenceCommands();
    let first: string | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const press = pressOf(event);
      if (press === undefined) return;
      if (press === 'Tab' || press === 'Shift Tab') return onCancel();
      event.preventDefault();
      event.stopPropagation();
      if (press === 'Escape') return onCancel();
      if (notOffered.has(press)) return;
      clearTimeout(timer);
      if (first !== undefined) return onKeys(isBarePress(press) ? `${first} ${press}` : press);
      if (!/^\S$/.test(press)) return onKeys(press);
      first = press;
      timer = setTimeout(() => onKeys(press), secondPressMs);
    };
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', onKeyDown, { capture: true });
      wake();
    };
  }, [onKeys, onCancel]);
}

/** The keyboard asks each command whether it can run: until the returned function is called, none can. */
function silenceCommands(): () => void {
  const commands = commandsNow();
  registerCommands(commands.map((command) => ({ ...command, isEnabled: () => false })));
  return () => void registerCommands(commands);
}
