/** One press of a key in the words that commands use: 'Ctrl Shift Z', 'J', 'Shift A', '?'. */

const modifierKeys = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'Dead', 'Process']);
const named: Readonly<Record<string, string>> = { ' ': 'Space', '=': '+' };

type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** undefined for a modifier alone or an unfinished letter. On a Mac, Cmd is Ctrl. */
export function pressOf(event: PressedKey): string | undefined {
  if (modifierKeys.has(event.key)) return undefined;
  const key = keyName(event);
  const isSymbol = key.length === 1 && !/[A-Z0-9]/.test(key);
  const words = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    // A symbol says already that Shift was needed for it, or not: that differs from keyboard to keyboard.
    event.shiftKey && !isSymbol ? 'Shift' : '',
    key,
  ];
  return words.filter(Boolean).join(' ');
}

function keyName({ key, code, ctrlKey, metaKey }: PressedKey): string {
  if (key === '=' && !(ctrlKey || metaKey)) return '=';
  const name = named[key];
  if (name) return name;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  // On a keyboard of another script, J is where J would be.
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter && key.length === 1 && key.charCodeAt(0) > 127) return letter;
  return key;
}

/** 'G T' → ['G', 'T']; 'Ctrl Shift Z' → ['Ctrl Shift Z']: modifiers belong to the key after them. */
export function pressesOf(keys: string): readonly string[] {
  const presses: string[] = [];
  let words: string[] = [];
  for (const word of keys.split(' ').filter(Boolean)) {
    words.push(word);
    if (word === 'Ctrl' || word === 'Alt' || word === 'Shift') continue;
    presses.push(inOrder(words));
    words = [];
  }
  return presses;
}

function inOrder(words: readonly string[]): string {
  const rank = ['Ctrl', 'Alt', 'Shift'];
  return [...words].sort((one, other) => rankOf(one, rank) - rankOf(other, rank)).join(' ');
}

function rankOf(word: string, rank: readonly string[]): number {
  const at = rank.indexOf(word);
  return at < 0 ? rank.length : at;
}

/** Without Ctrl or Alt: may only act where nobody is typing (WCAG 2.1.4). */
export function isBarePress(press: string): boolean {
  return !/^(Ctrl|Alt) /.test(press) && !/^(Shift )?F\d+$/.test(press);
}
