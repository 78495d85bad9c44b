/** Move to…: the keyboard's and the menu's way to do what a drag does. */
import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { FolderId } from '../../../contract/ids.ts';
import type { OverlayProps } from '../../app/overlays.ts';
import { idInView, useFeeds, useFolders, viewTitle } from '../../client/library.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { makeFolder } from './menus.ts';
import { moveNodes } from './move-node.ts';
import { startRename } from './rename-field.tsx';
import { findNode, type TreeNode, treeOf } from './tree-data.ts';

const top = 'top';

export function MoveToDialog({ argument, onClose }: OverlayProps) {
  const feeds = useFeeds();
  const folders = useFolders();
  const moved = argument ?? '';
  const choices = useMemo(() => folderChoices(treeOf(feeds, folders), moved), [feeds, folders, moved]);
  const [chosen, setChosen] = useState<string>(top);
  const move = (place: string) => {
    const folderId = place === top ? null : (idInView(place as never, 'folder') as FolderId);
    const name = choices.find(({ id }) => id === place)?.name ?? '';
    onClose();
    void moveNodes([moved], { folderId }, place === top ? 'to the top' : `into ${name}`);
  };
  const moveToNew = async () => {
    const parentId = chosen === top ? null : (idInView(chosen as never, 'folder') as FolderId);
    onClose();
    const folderId = await makeFolder(parentId);
    if (folderId === null) return;
    await moveNodes([moved], { folderId }, 'into a new folder');
    startRename(`folder:${folderId}`);
  };
  return (
    <Dialog
      middle
      title={`Move ${viewTitle(moved as never, { feeds, folders })} to`}
      onClose={onClose}
      footer={
        <>
          <Button kind="ghost" icon="plus" onPress={() => void moveToNew()}>
            New folder
          </Button>
          <span className="grow" />
          <Button kind="ghost" onPress={onClose}>
            Cancel
          </Button>
          <Button kind="primary" onPress={() => move(chosen)}>
            Move
          </Button>
        </>
      }
    >
      <div className="dlg-b">
        <ListBox
          className="menu move-to"
          aria-label="Folders"
          autoFocus
          selectionMode="single"
          // Arrows choose, and Enter or a double click moves.
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={[chosen]}
          onSelectionChange={(keys) => setChosen(String(keys === 'all' ? top : ([...keys][0] ?? top)))}
          onAction={(place) => move(String(place))}
        >
          {choices.map((choice) => (
            <ListBoxItem key={choice.id} id={choice.id} textValue={choice.name} className="menu-item">
              <span style={{ width: choice.depth * 16 }} />
              <Icon name={choice.id === top ? 'inbox' : 'folder'} />
              {choice.name}
            </ListBoxItem>
          ))}
        </ListBox>
      </div>
    </Dialog>
  );
}

interface FolderChoice {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
}

/** Every folder but the moved one and what is in it. */
function folderChoices(nodes: readonly TreeNode[], moved: string): readonly FolderChoice[] {
  const walk = (inside: readonly TreeNode[], depth: number): readonly FolderChoice[] =>
    inside.flatMap((node) =>
      node.kind === 'folder' && node.id !== moved
        ? [{ id: node.id, name: node.folder.name, depth }, ...walk(node.children, depth + 1)]
        : [],
    );
  const parent = findNode(nodes, moved)?.parent;
  return [{ id: top, name: parent ? 'The top' : 'The top (where it is)', depth: 0 }, ...walk(nodes, 1)];
}
