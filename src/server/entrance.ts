/**
 * Says where the window is and lets a browser in. What lets in is told to a terminal alone, never to a file or another program
 * that may keep what it reads, and never on a command line.
 */
import { entryFile } from './entry-page.ts';
import { writeEntryFile } from './entry-place.ts';
import type { EntryTokens } from './entry-tokens.ts';
import { openInBrowser } from './open-browser.ts';
import { canBeOwnWindow, openOwnWindow } from './open-window.ts';

export interface EntranceParts {
  readonly origin: string;
  readonly libraryFolder: string;
  readonly tokens: EntryTokens;
  /** In a window of its own where there is a browser for it; as a tab of the default browser; or not at all. */
  readonly open: 'window' | 'tab' | 'no';
  readonly input: Pick<NodeJS.ReadStream, 'isTTY' | 'on' | 'resume'>;
  readonly output: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
}

export function showEntrance({ origin, libraryFolder, tokens, open, input, output }: EntranceParts): void {
  const say = (line: string): void => void output.write(`${line}\n`);
  say(`${origin}/`);
  const isOpened = open !== 'no';
  const isOwn = open === 'window' && canBeOwnWindow();
  const hasTerminal = output.isTTY === true;
  if (isOpened || !hasTerminal) {
    let remove = (): void => {};
    const token = tokens.issue(() => remove());
    const file = writeEntryFile(libraryFolder, entryFile(origin, token, isOwn ? 'own' : 'tab'));
    remove = file.remove;
    if (isOwn) openOwnWindow(file.path, libraryFolder);
    else if (isOpened) openInBrowser(file.path);
    if (!hasTerminal) say(`To open it, show this file to a browser within a minute: ${file.path}`);
  }
  if (!hasTerminal) return;
  const sayAddress = (): void => say(`  ${origin}/#token=${tokens.issue()}`);
  say(
    isOpened
      ? `${isOwn ? 'It has a window of its own' : 'Your browser opens it'}. By hand, or in another browser:`
      : 'Open it in a browser on this computer:',
  );
  sayAddress();
  const again = input.isTTY === true;
  say(`That address works once, within a minute.${again ? ' Press Enter for another.' : ''}`);
  if (again) input.on('data', sayAddress).resume();
}
