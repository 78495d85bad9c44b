/** Folders of any depth and their feeds. */
import { type KeyboardEvent, memo, useDeferredValue, useRef, useState } from 'react';
import { Tree } from 'react-aria-components/Tree';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { rememberState, windowState } from '../../client/window-state.ts';
import { useStore } from '../../lib/store.ts';
import { moveByKey, siblingFolders } from './move-node.ts';
import { startRename } from './rename-field.tsx';
import type { TreeNode } from './tree-data.ts';
import { NodeRow } from './tree-rows.tsx';
import { useRenamedInSight } from './use-renamed-in-sight.ts';
import { useRowSelection } from './use-row-selection.ts';
import { useTreeDrag } from './use-tree-drag.tsx';
import { useTreeShape } from './use-tree-shape.ts';

const folderKey = 'folder:';

/** px; only the rows in sight are in the page, so that a thousand feeds cost what thirty do. */
const rowLayout = { rowHeight: 28 };

export const FeedTree = memo(function FeedTree() {
  // A tree of many feeds takes a while to build: in steps, between which the window answers.
  const [isInUse, setInUse] = useState(false);
  return <Nodes nodes={useDeferredValue(useTreeShape(isInUse))} onUse={setInUse} />;
});

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
  useRenamedInSight(box, { nodes, open, rowHeight: rowLayout.rowHeight });
  return (
    <div
      className="feed-tree"
      ref={box}
      onKeyDownCapture={onKeyDown}
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

/** Keys that are not of every tree: rename, move by Alt and an arrow, and * for all folders beside this one. */
function onKeyDown(event: KeyboardEvent): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=row]') : null;
  const id = row?.dataset.key;
  if (!id || event.target !== row) return;
  const isMove = event.altKey && event.key.startsWith('Arrow');
  if (!isMove && event.key !== 'F2' && event.key !== '*') return;
  event.preventDefault();
  event.stopPropagation();
  if (isMove) void moveByKey(id, event.key);
  else if (event.key === 'F2') startRename(id);
  else openSiblings(id);
}

/** Opens every folder that stands in the same one as this row. */
function openSiblings(id: string): void {
  const siblings = siblingFolders(id);
  rememberState({ openFolders: [...new Set([...windowState.get().openFolders, ...siblings])] });
}
