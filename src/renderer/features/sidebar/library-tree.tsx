/** The tree of views, saved searches and feeds. The list of a row opens as the selection comes to it. */
import { type KeyboardEvent, useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Collection } from 'react-aria-components/Collection';
import { type Key, type Selection, Tree, TreeHeader, TreeSection } from 'react-aria-components/Tree';
import { runCommand } from '../../app/commands.ts';
import { navigate, usePlace } from '../../app/navigation.ts';
import { closeDrawer } from '../../app/panes.ts';
import { focusRegion } from '../../app/regions.ts';
import { goToView } from '../../app/standard-commands.ts';
import { screenOf } from '../../app/view-screens.ts';
import { rememberState, windowState } from '../../client/window-state.ts';
import { useStore } from '../../lib/store.ts';
import { Icon } from '../../ui/icon.tsx';
import { moveByKey } from './move-node.ts';
import { startRename } from './rename-field.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { NodeRow, ViewRow } from './tree-rows.tsx';
import { useTreeDrag } from './use-tree-drag.tsx';
import { useTreeShape } from './use-tree-shape.ts';

export function LibraryTree() {
  const nodes = useTreeShape();
  const drag = useTreeDrag();
  const shown = usePlace((place) => (place.screen === 'search' ? 'archive' : place.view));
  const [chosen, setChosen] = useState<Selection>(new Set([shown]));
  useEffect(() => setChosen(new Set([shown])), [shown]);
  const open = useStore(windowState, ({ openFolders }) => openFolders);
  return (
    <div className="tree-keys" onKeyDownCapture={onKeyDown}>
      <Tree
        className="tree"
        aria-label="Views and feeds"
        selectionMode="multiple"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen}
        onSelectionChange={(selection) => {
          setChosen(selection);
          const [only, ...others] = selection === 'all' ? [] : [...selection];
          if (only !== undefined && others.length === 0 && only !== 'archive') openRow(only);
        }}
        onAction={(key) => {
          openRow(key);
          closeDrawer();
          if (key !== 'archive') focusRegion('list');
        }}
        expandedKeys={open.map((id) => `folder:${id}`)}
        onExpandedChange={(keys) =>
          rememberState({ openFolders: [...keys].map((key) => Number(String(key).slice(7))) })
        }
        dragAndDropHooks={drag}
      >
        <ViewRow id="today" icon="today" name="Today" />
        {screenOf('for-you') !== 'reader' && <ViewRow id="for-you" icon="spark" name="For you" />}
        <ViewRow id="unread" icon="inbox" name="All unread" pick={({ all }) => all.unread} />
        <ViewRow id="starred" icon="star" name="Starred" noun="articles" pick={({ starred }) => starred} />
        <ViewRow id="later" icon="clock" name="Read later" noun="articles" pick={({ later }) => later} />
        <ViewRow id="archive" icon="search" name="Search archive" />
        <SavedSearches />
        <TreeSection>
          <TreeHeader className="tree-h">
            Feeds
            <Button className="btn-i" aria-label="Add feed" onPress={() => void runCommand('feed.add')}>
              <Icon name="plus" size="s" />
            </Button>
          </TreeHeader>
          <Collection items={nodes}>{(node) => <NodeRow node={node} />}</Collection>
        </TreeSection>
      </Tree>
    </div>
  );
}

function openRow(key: Key): void {
  if (key === 'archive') navigate({ screen: 'search' });
  else goToView(String(key) as never);
}

/** Keys of the tree that are not of every tree: rename, and moving by Alt and an arrow. */
function onKeyDown(event: KeyboardEvent): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=row]') : null;
  const id = row?.dataset.key;
  if (!id || !/^(feed|folder):/.test(id) || event.target !== row) return;
  const isMove = event.altKey && event.key.startsWith('Arrow');
  if (!isMove && event.key !== 'F2') return;
  event.preventDefault();
  event.stopPropagation();
  if (isMove) void moveByKey(id, event.key);
  else startRename(id);
}
