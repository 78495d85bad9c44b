/** One command and its keys. New keys that another command has are taken only by a second word. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Settings } from '../../../contract/settings.ts';
import type { Command } from '../../app/commands.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Keys, keyWords } from '../../ui/keys.tsx';
import { setWithUndo } from './change-setting.ts';
import { useIsFound } from './find-setting.ts';
import { type BoundCommand, conflictsOf, withoutClash } from './key-conflicts.ts';
import { useRecordedKeys } from './record-keys.ts';

interface ShortcutRowProps {
  readonly command: Command;
  /** Its keys now. */
  readonly keys: readonly string[];
  readonly all: readonly BoundCommand[];
  readonly ownKeys: Settings['keys'];
  readonly isRecorded: boolean;
  readonly onRecord: (id: string | null) => void;
}

export function ShortcutRow({ command, keys, all, ownKeys, isRecorded, onRecord }: ShortcutRowProps) {
  const [wanted, setWanted] = useState<string | null>(null);
  const row = useRef<HTMLDivElement>(null);
  useFocusBack(row, isRecorded || wanted !== null);
  const isFound = useIsFound(command.title, command.group, keys.join(' '));
  if (!isFound && !isRecorded && wanted === null) return null;
  const conflicts = wanted === null ? [] : conflictsOf(wanted, command.id, all);
  const bind = (pressed: string) => {
    const taken = conflictsOf(pressed, command.id, all).map((other) => [other.id, withoutClash(other, pressed)]);
    setWanted(null);
    const next = { ...ownKeys, ...Object.fromEntries(taken), [command.id]: pressed };
    setWithUndo({ keys: next }, `${command.title}: ${keyWords(pressed).join(' ')}`);
  };
  const onKeys = (pressed: string) => {
    onRecord(null);
    if (conflictsOf(pressed, command.id, all).length > 0) setWanted(pressed);
    else bind(pressed);
  };
  return (
    <div className="opt shortcut" ref={row}>
      <div>
        <b>{command.title}</b>
        {wanted !== null && (
          <span className="d conflict" role="alert">
            {keyWords(wanted).join(' ')} is already {conflicts.map(({ title }) => `“${title}”`).join(' and ')}.
          </span>
        )}
      </div>
      {isRecorded ? (
        <Recorder title={command.title} onKeys={onKeys} onCancel={() => onRecord(null)} />
      ) : wanted !== null ? (
        <div className="fx">
          <Button size="sm" autoFocus onPress={() => bind(wanted)}>
            Take it
          </Button>
          <Button size="sm" kind="ghost" onPress={() => setWanted(null)}>
            Leave it
          </Button>
        </div>
      ) : (
        <Bound command={command} keys={keys} ownKeys={ownKeys} onRecord={onRecord} />
      )}
    </div>
  );
}

/** Once nothing is asked any more, what was asked with is gone: the focus goes to the button that began it. */
function useFocusBack(row: RefObject<HTMLElement | null>, asks: boolean): void {
  const asked = useRef(asks);
  useEffect(() => {
    if (asked.current && !asks && document.activeElement === document.body) focusChange(row.current);
    asked.current = asks;
  }, [row, asks]);
}

function focusChange(row: Element | null | undefined): void {
  row?.querySelector<HTMLElement>('.shortcut-change')?.focus();
}

function Bound({
  command,
  keys,
  ownKeys,
  onRecord,
}: Pick<ShortcutRowProps, 'command' | 'keys' | 'ownKeys' | 'onRecord'>) {
  const isOwn = Object.hasOwn(ownKeys, command.id);
  const box = useRef<HTMLDivElement>(null);
  // The buttons that do this go with it, or rest.
  const change = (next: Settings['keys'], done: string) => {
    focusChange(box.current);
    setWithUndo({ keys: next }, done);
  };
  const reset = () => {
    const { [command.id]: _, ...rest } = ownKeys;
    change(rest, `${command.title}: default shortcut`);
  };
  const switchOff = () => change({ ...ownKeys, [command.id]: '' }, `${command.title}: no keys`);
  return (
    <div className="fx shortcut-keys" ref={box}>
      {isOwn && (
        <Button size="sm" kind="ghost" aria-label={`Reset the keys of ${command.title}`} onPress={reset}>
          Reset
        </Button>
      )}
      {command.onlyListed ? (
        <>
          <span className="t3 shortcut-fixed">Cannot be changed</span>
          <KeyList keys={keys} />
        </>
      ) : (
        <>
          {keys.length > 0 && (
            <IconButton
              icon="x"
              small
              className="shortcut-off"
              label={`Switch off the keys of ${command.title}`}
              onPress={switchOff}
            />
          )}
          <Button size="sm" kind="ghost" className="shortcut-change" onPress={() => onRecord(command.id)}>
            <span className="vh">Change the keys of {command.title}: </span>
            {keys.length === 0 ? 'No keys' : <KeyList keys={keys} />}
          </Button>
        </>
      )}
    </div>
  );
}

function KeyList({ keys }: { readonly keys: readonly string[] }) {
  return keys.map((alternative, at) => (
    <span className="fx" key={alternative}>
      {at > 0 && <span className="t3">or</span>}
      <Keys keys={alternative} />
    </span>
  ));
}

interface RecorderProps {
  readonly title: string;
  readonly onKeys: (keys: string) => void;
  readonly onCancel: () => void;
}

function Recorder({ title, onKeys, onCancel }: RecorderProps) {
  // One recording for as long as it is shown: what is drawn again meanwhile must not begin another.
  const [first] = useState({ onKeys, onCancel });
  useRecordedKeys(first);
  const focus = useCallback((element: HTMLSpanElement | null) => element?.focus(), []);
  return (
    <div className="fx">
      <span className="recorder" role="status" tabIndex={-1} ref={focus} aria-label={`Press the new keys of ${title}`}>
        Press the new keys…
      </span>
      <Button size="sm" kind="ghost" onPress={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
