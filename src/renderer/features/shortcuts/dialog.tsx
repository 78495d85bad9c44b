/** The sheet of shortcuts, made from the commands themselves: it shows what the keys do now, also changed ones. */
import { useState } from 'react';
import { type Command, commandGroups, keysOf, useCommands } from '../../app/commands.ts';
import type { OverlayProps } from '../../app/overlays.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Keys } from '../../ui/keys.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './shortcuts.css';

export function ShortcutsDialog({ onClose }: OverlayProps) {
  const [words, setWords] = useState('');
  const commands = useCommands().filter((command) => keysOf(command).length > 0 && isFound(command, words));
  return (
    <Dialog
      title="Keyboard shortcuts"
      className="ks"
      onClose={onClose}
      aside={
        <div className="ks-find">
          <TextField
            aria-label="Find a shortcut"
            placeholder="Find a shortcut"
            icon="search"
            value={words}
            onChange={setWords}
          />
        </div>
      }
    >
      {/* Longer than a low window: by keyboard it is scrolled where the focus can stand. */}
      <section className="g" tabIndex={0} aria-label="Shortcuts">
        {commandGroups.map((group) => (
          <Group key={group} title={group} commands={commands.filter((command) => command.group === group)} />
        ))}
        {commands.length === 0 && <p className="t2">No shortcut has these words.</p>}
      </section>
    </Dialog>
  );
}

function isFound(command: Command, words: string): boolean {
  const text = `${command.title} ${command.group} ${keysOf(command).join(' ')}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function Group({ title, commands }: { readonly title: string; readonly commands: readonly Command[] }) {
  if (commands.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {commands.map((command) => (
          <div key={command.id} className="ks-row">
            <dt>{command.title}</dt>
            <dd>
              <Keys keys={keysOf(command)[0] ?? ''} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
