/** Where a new feed goes, how long its articles are kept, and whose text is shown. */
import type { Folder } from '../../../contract/folders.ts';
import type { FolderId } from '../../../contract/ids.ts';
import { useFolders } from '../../client/library.ts';
import { useSettings } from '../../client/settings.ts';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Wishes } from './subscribe.ts';

const top = 'top';
const another = 'new';

interface SubscribeOptionsProps {
  readonly wishes: Wishes;
  readonly onChange: (change: Partial<Wishes>) => void;
}

export function SubscribeOptions({ wishes, onChange }: SubscribeOptionsProps) {
  const folders = useFolders();
  const { folder } = wishes;
  return (
    <div className="add-options">
      <div className="add-pair">
        <Select
          label="Folder"
          value={folder === null ? top : typeof folder === 'object' ? another : String(folder)}
          onChange={(value) => onChange({ folder: folderOfChoice(value) })}
          choices={[
            { value: top, label: 'No folder' },
            ...folders.map((one) => ({ value: String(one.id), label: pathOf(one, folders) })),
            { value: another, label: 'New folder…' },
          ]}
        />
        <Select
          label="Keep articles"
          value={String(wishes.keepDays ?? '')}
          onChange={(value) => onChange({ keepDays: value === '' ? null : Number(value) })}
          choices={useKeepChoices()}
        />
      </div>
      {folder !== null && typeof folder === 'object' && (
        <TextField
          label="Name of the new folder"
          value={folder.name}
          onChange={(name) => onChange({ folder: { name } })}
          autoFocus
        />
      )}
      <Switch isSelected={wishes.fullText} onChange={(fullText) => onChange({ fullText })}>
        <span>
          Fetch the whole text of each article from its page
          <span className="t3 add-under">For feeds that bring only the first lines</span>
        </span>
      </Switch>
    </div>
  );
}

function useKeepChoices() {
  const days = useSettings()?.keepDays ?? null;
  return [
    { value: '', label: `As in settings (${days === null ? 'for ever' : `${days} days`})` },
    { value: '30', label: '30 days' },
    { value: '90', label: '90 days' },
    { value: '365', label: 'A year' },
  ];
}

function folderOfChoice(value: string): Wishes['folder'] {
  if (value === top) return null;
  return value === another ? { name: '' } : (Number(value) as FolderId);
}

/** 'World / Ports': a folder's name alone may stand in two places. */
function pathOf(folder: Folder, folders: readonly Folder[]): string {
  const parent = folders.find(({ id }) => id === folder.parentId);
  return parent ? `${pathOf(parent, folders)} / ${folder.name}` : folder.name;
}
