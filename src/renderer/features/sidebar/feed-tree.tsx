/** Folders of any depth and their feeds. */
import { type KeyboardEvent, memo, useDeferredValue, useRef, useState } from 'react';
import { type Selection, Tree } from 'react-aria-components/Tree';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { rememberState, windowState } from '../../client/window-state.ts';
import { counted } from '../../lib/numbers.ts';
import { useStore } from '../../lib/store.ts';
import { removeNodes } from './menus.ts';
import { moveByKey, siblingFolders } from './move-node.ts';
import { startRename } from './rename-field.tsx';
import { useRenamedInSight, useShownInSight } from './rows-in-sight.ts';
import type { TreeNode } from './tree-data.ts';
import { NodeRow } from './tree-rows.tsx';
import { useArrangedTree } from './use-arranged-tree.ts';
import { useRowSelection } from './use-row-selection.ts';
import { useTreeDrag } from './use-tree-drag.tsx';
import { useTreeShape } from './use-tree-shape.ts';

const folderKey = 'folder:';

/** px; only the rows in sight are in the page, so that a thousand feeds cost what thirty do. */
const rowLayout = { rowHeight: 28 };

export const FeedTree = memo(function FeedTree() {
  // A tree of many feeds takes a while to build: in steps, between which the window answers.
  const [isInUse, setInUse] = useState(false);
  const { nodes, hidden } = useArrangedTree(useTreeShape(isInUse));
  return (
    <>
      <Nodes nodes={useDeferredValue(nodes)} onUse={setInUse} />
      {hidden > 0 && <HiddenNote hidden={hidden} />}
    </>
  );
});

/** Stands where they are missing. */
function HiddenNote({ hidden }: { readonly hidden: number }) {
  return (
    <p className="tree-note hidden-note">
      {counted(hidden, 'feed', 'feeds')} with nothing unread {hidden === 1 ? 'is' : 'are'} hidden.{' '}
      <button type="button" className="link link-button" onClick={() => rememberState({ onlyUnreadFeeds: false })}>
        Show
      </button>
    </p>
  );
}

interface NodesProps {
  readonly nodes: readonly TreeNode[];
  /** The keys come to the tree, or leave it. */
  readonly onUse: (isInUse: boolean) => void;
}

/** Apart from what listens to every answer about feeds: react-aria draws all rows with their tree. */
const Nodes = memo(function Nodes({ nodes, onUse }: NodesProps) {
  const drag = useTreeDrag();
  const selection = useRowSelection();
  const open = useStore(windowState, ({ openFolders }) => openFolders);
  const box = useRef<HTMLDivElement>(null);
  const rows = { nodes, open, rowHeight: rowLayout.rowHeight };
  useRenamedInSight(box, rows);
  useShownInSight(box, rows);
  return (
    <div
      className="feed-tree"
      ref={box}
      onKeyDownCapture={(event) => onKeyDown(event, selection.selectedKeys)}
      onFocus={() => onUse(true)}
      onBlur={() => onUse(false)}
    >
      <Virtualizer layout={ListLayout} layoutOptions={rowLayout}>
        <Tree
          className="tree"
          aria-labelledby="feeds-head"
          items={nodes}
          selectionMode="multiple"
          selectionBehavior="replace"
          {...selection}
          expandedKeys={open.map((id) => `${folderKey}${id}`)}
          onExpandedChange={(keys) =>
            rememberState({ openFolders: [...keys].map((key) => Number(String(key).slice(folderKey.length))) })
          }
          dragAndDropHooks={drag}
        >
          {(node) => <NodeRow node={node} />}
        </Tree>
      </Virtualizer>
    </div>
  );
});

/** Keys that are not of every tree: rename, remove, move by Alt and an arrow, and * for all folders beside this one. */
function onKeyDown(event: KeyboardEvent, selected: Selection): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=row]') : null;
  const id = row?.dataset.key;
  if (!id || event.target !== row) return;
  const isMove = event.altKey && event.key.startsWith('Arrow');
  if (!isMove && !['F2', '*', 'Delete'].includes(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  if (isMove) void moveByKey(id, event.key);
  else if (event.key === 'F2') startRename(id);
  else if (event.key === 'Delete')
    removeNodes(selected !== 'all' && selected.has(id) ? [...selected].map(String) : [id]);
  else openSiblings(id);
}

/** Opens every folder that stands in the same one as this row. */
function openSiblings(id: string): void {
  const siblings = siblingFolders(id);
  rememberState({ openFolders: [...new Set([...windowState.get().openFolders, ...siblings])] });
}
