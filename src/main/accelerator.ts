/** Writes the window's keys in Electron's words, for the menu to show. */

const words: Readonly<Record<string, string>> = {
  Ctrl: 'CmdOrCtrl',
  '+': 'Plus',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
};
const modifiers: ReadonlySet<string> = new Set(['Ctrl', 'Alt', 'Shift']);

/**
 * 'Ctrl Shift Z' → 'CmdOrCtrl+Shift+Z'. undefined where a menu cannot show them: two presses in turn, no keys at all, or,
 * on macOS, a key without Ctrl or Alt, which the menu there would take from every text field.
 */
export function acceleratorOf(keys: string | undefined, platform: NodeJS.Platform): string | undefined {
  // Of several alternatives the first is shown.
  const parts = (keys ?? '').split('|')[0]?.trim().split(' ').filter(Boolean) ?? [];
  const presses = parts.filter((part) => !modifiers.has(part)).length;
  if (presses !== 1) return undefined;
  if (platform === 'darwin' && !parts.includes('Ctrl') && !parts.includes('Alt')) return undefined;
  return parts.map((part) => words[part] ?? part).join('+');
}
