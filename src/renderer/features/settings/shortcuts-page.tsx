/** Every command and its keys: changed, switched off, or the default ones. Click the keys to change them. */
import { useState } from 'react';
import { type Command, commandGroups, keysOf, useCommands } from '../../app/commands.ts';
import { Button } from '../../ui/button.tsx';
import { setSettings, setWithUndo } from './change-setting.ts';
import { type PageProps, SettingRow, SwitchRow } from './setting-rows.tsx';
import { ShortcutRow } from './shortcut-row.tsx';

export function ShortcutsPage({ settings }: PageProps) {
  const [recorded, setRecorded] = useState<string | null>(null);
  const all = useCommands();
  const commands = commandGroups.map((group) => ({ group, inGroup: all.filter((command) => command.group === group) }));
  // What is only listed is answered where it is pressed, and stands in nobody's way.
  const bound = all.filter(({ onlyListed }) => !onlyListed).map(boundOf);
  const own = Object.keys(settings.keys).length;
  return (
    <>
      <SwitchRow
        name="Single keys"
        about="Letters without Ctrl or Alt, such as J and K. Off: they do nothing"
        isOn={settings.singleKeyShortcuts}
        onChange={(singleKeyShortcuts) => setSettings({ singleKeyShortcuts })}
      />
      <SettingRow
        name="Default shortcuts"
        about={
          own === 0
            ? 'Each command has its default shortcut'
            : `${own} ${own === 1 ? 'command has a shortcut' : 'commands have shortcuts'} of your own`
        }
        alias="reset keys"
      >
        <Button
          size="sm"
          isDisabled={own === 0}
          onPress={() => setWithUndo({ keys: {} }, 'All shortcuts are the default ones')}
        >
          Reset all
        </Button>
      </SettingRow>
      {commands.map(
        ({ group, inGroup }) =>
          inGroup.length > 0 && (
            <Group key={group} title={group}>
              {inGroup.map((command) => (
                <ShortcutRow
                  key={command.id}
                  command={command}
                  keys={keysOf(command)}
                  all={bound}
                  ownKeys={settings.keys}
                  isRecorded={recorded === command.id}
                  onRecord={setRecorded}
                />
              ))}
            </Group>
          ),
      )}
    </>
  );
}

function boundOf(command: Command) {
  return { id: command.id, title: command.title, keys: keysOf(command) };
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className="shortcut-group">
      <h3>{title}</h3>
      {children}
    </div>
  );
}
