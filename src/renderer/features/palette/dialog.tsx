/** The command palette: places, commands and articles by a few letters. `>` commands only, `#` feeds, `/` articles. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { OverlayProps } from '../../app/overlays.ts';
import { classNames } from '../../lib/class-names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Keys } from '../../ui/keys.tsx';
import { Highlighted } from './highlighted.tsx';
import { type PaletteGroup, searchTheArchive, usePaletteGroups } from './palette-groups.ts';
import { PaletteIcon } from './palette-icon.tsx';
import { useHeldEnter } from './use-held-enter.ts';
import { countUse } from './uses.ts';
import './palette.css';

export function PaletteDialog({ onClose }: OverlayProps) {
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const { groups, isBehind } = usePaletteGroups(words);
  const lines = groups.flatMap((group) => group.lines);
  const chosen = lines[Math.min(at, lines.length - 1)];
  const run = (id: string | undefined) => {
    const line = lines.find((candidate) => candidate.id === id);
    if (!line) return;
    countUse(line.id);
    onClose();
    // After the dialog has given the focus back, so that what runs may take it.
    setTimeout(line.run);
  };
  const holdEnter = useHeldEnter(words, isBehind, () => run(chosen?.id));
  const mayChange = isBehind && at === 0 && chosen !== undefined && groups.at(-1)?.lines.includes(chosen);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && lines.length > 0)
      setAt((present) => (Math.min(present, lines.length - 1) + by + lines.length) % lines.length);
    else if (event.key === 'Enter' && mayChange) holdEnter();
    else if (event.key === 'Enter') run(chosen?.id);
    else if (event.key === 'Tab' && words.trim() !== '') {
      onClose();
      searchTheArchive(words);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Dialog bare title="Command palette" className="cp" onClose={onClose}>
      <Field
        words={words}
        chosen={chosen?.id}
        onChange={(next) => {
          setWords(next);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-lines" role="listbox" aria-label="Results" className="cp-lines">
        {groups.map((group) => (
          <Group key={group.title} group={group} words={words} chosen={chosen?.id} onRun={run} />
        ))}
      </div>
      <p className="cp-none t2" role="status">
        {lines.length === 0 && 'Nothing has these letters.'}
      </p>
      <PaletteFoot />
    </Dialog>
  );
}

interface FieldProps {
  readonly words: string;
  readonly chosen: string | undefined;
  readonly onChange: (words: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Field({ words, chosen, onChange, onKeyDown }: FieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // After a menu that closed for this has given the focus back.
    const timer = setTimeout(() => field.current?.focus(), 30);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="q">
      <Icon name="search" size="l" />
      <input
        ref={field}
        role="combobox"
        aria-label="Search or jump to"
        aria-expanded="true"
        aria-controls="palette-lines"
        aria-activedescendant={chosen === undefined ? undefined : `palette-${chosen}`}
        placeholder="Search or jump to"
        value={words}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <kbd>Esc</kbd>
    </div>
  );
}

interface GroupProps {
  readonly group: PaletteGroup;
  readonly words: string;
  readonly chosen: string | undefined;
  readonly onRun: (id: string) => void;
}

function Group({ group, words, chosen, onRun }: GroupProps) {
  if (group.lines.length === 0) return null;
  return (
    <div role="group" aria-label={group.title}>
      <div className="cp-group" aria-hidden="true">
        {group.title}
      </div>
      {group.lines.map((line) => (
        <div
          key={line.id}
          id={`palette-${line.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={line.id === chosen}
          className={classNames('cp-line', line.id === chosen && 'on')}
          ref={(element) => {
            if (line.id === chosen) element?.scrollIntoView({ block: 'nearest' });
          }}
          // The field must not lose the focus to a press here.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onRun(line.id)}
        >
          <PaletteIcon line={line} />
          <span className="t trunc">
            <Highlighted text={line.title} words={words} />
            {line.place && <span className="t3"> {line.place}</span>}
          </span>
          {line.detail && <span className="t3 num">{line.detail}</span>}
          {line.keys ? <Keys keys={line.keys} /> : line.id === chosen && <kbd>Enter</kbd>}
        </div>
      ))}
    </div>
  );
}

function PaletteFoot() {
  return (
    <div className="ft" aria-hidden="true">
      <span>
        <Keys keys="ArrowUp ArrowDown" />
        choose
      </span>
      <span>
        <Keys keys="Enter" />
        open
      </span>
      <span>
        <Keys keys=">" />
        commands only
      </span>
      <span>
        <Keys keys="#" />
        feeds
      </span>
      <span>
        <Keys keys="/" />
        articles
      </span>
    </div>
  );
}
