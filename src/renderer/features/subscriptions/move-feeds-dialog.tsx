/** Move to…: the folders as they lie in each other, for one feed or many. */
import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { Folder } from '../../../contract/folders.ts';
import { useFolders } from '../../client/library.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { moveFeeds, type NamedFeed, named } from './change-feeds.ts';

interface MoveFeedsDialogProps {
  readonly feeds: readonly NamedFeed[];
  readonly onClose: () => void;
}

const top = 'top';

export function MoveFeedsDialog({ feeds, onClose }: MoveFeedsDialogProps) {
  const folders = useFolders();
  const choices = useMemo(() => inTree(folders, null, 0), [folders]);
  const [chosen, setChosen] = useState(top);
  const move = (id = chosen) => {
    onClose();
    const folder = choices.find((choice) => String(choice.folder.id) === id)?.folder;
    void moveFeeds(feeds, { folderId: folder?.id ?? null, name: folder ? `into ${folder.name}` : 'to the top' });
  };
  const footer = (
    <>
      <Button kind="ghost" onPress={onClose}>
        Cancel
      </Button>
      <Button kind="primary" onPress={() => move()}>
        Move
      </Button>
    </>
  );
  return (
    <Dialog middle title={`Move ${named(feeds)} to`} onClose={onClose} footer={footer}>
      <div className="dlg-b">
        <ListBox
          className="menu move-feeds"
          aria-label="Folders"
          autoFocus
          selectionMode="single"
          // Arrows choose, and Enter or a double click moves.
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={[chosen]}
          onSelectionChange={(keys) => setChosen(String(keys === 'all' ? top : ([...keys][0] ?? top)))}
          onAction={(key) => move(String(key))}
        >
          <ListBoxItem id={top} textValue="The top" className="menu-item">
            <Icon name="inbox" />
            The top
          </ListBoxItem>
          {choices.map(({ folder, depth }) => (
            <ListBoxItem key={folder.id} id={String(folder.id)} textValue={folder.name} className="menu-item">
              <span style={{ width: depth * 16 }} />
              <Icon name="folder" />
              {folder.name}
            </ListBoxItem>
          ))}
        </ListBox>
      </div>
    </Dialog>
  );
}

interface Choice {
  readonly folder: Folder;
  readonly depth: number;
}

function inTree(folders: readonly Folder[], parentId: Folder['id'] | null, depth: number): readonly Choice[] {
  return folders
    .filter((folder) => folder.parentId === parentId)
    .flatMap((folder) => [{ folder, depth }, ...inTree(folders, folder.id, depth + 1)]);
}
