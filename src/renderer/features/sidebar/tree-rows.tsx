/** The rows of the tree: views, folders and feeds. */
import type { MouseEvent, ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Collection } from 'react-aria-components/Collection';
import { TreeItem, TreeItemContent } from 'react-aria-components/Tree';
import { usePlace } from '../../app/navigation.ts';
import { type Counts, useFeed } from '../../client/library.ts';
import { classNames } from '../../lib/class-names.ts';
import { openContextMenu } from '../../ui/context-menu.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import type { MenuGroups } from '../../ui/menu.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { feedMenu, folderMenu, viewMenu } from './menus.ts';
import { RenameField, useIsRenamed } from './rename-field.tsx';
import { RowCount } from './row-count.tsx';
import type { TreeNode } from './tree-data.ts';
import { archiveRow } from './use-row-selection.ts';

const indentPx = 22;

interface ViewRowProps {
  readonly id: string;
  readonly icon: IconName;
  readonly name: string;
  readonly pick?: (counts: Counts) => number;
  readonly nouns?: readonly [string, string];
  readonly canRename?: boolean;
  /** Its own menu; that of a view without it. */
  readonly menu?: () => MenuGroups;
}

export function ViewRow({ id, icon, name, pick, nouns, canRename, menu }: ViewRowProps) {
  return (
    <TreeItem id={id} textValue={name} className="tree-row">
      <TreeItemContent>
        <Current view={id} name={name} menu={menu ?? (() => viewMenu(id))}>
          <Icon name={icon} />
          {canRename ? <RowName id={id} name={name} /> : <span className="trunc">{name}</span>}
          {pick && <RowCount name={name} pick={pick} {...(nouns ? { nouns } : {})} />}
        </Current>
      </TreeItemContent>
    </TreeItem>
  );
}

/** A folder with what is in it, or a feed. */
export function NodeRow({ node }: { readonly node: TreeNode }) {
  if (node.kind === 'feed') return <FeedRow node={node} />;
  const { folder } = node;
  return (
    <TreeItem id={node.id} textValue={folder.name} className="tree-row" hasChildItems>
      <TreeItemContent>
        {({ isExpanded, level }) => (
          <Current view={node.id} name={folder.name} level={level} menu={() => folderMenu(folder)}>
            <Button slot="chevron" className="tw-button">
              <Icon name={isExpanded ? 'down' : 'right'} className="tw" />
            </Button>
            <RowName id={node.id} name={folder.name} />
            <RowCount
              name={folder.name}
              isFolder
              pick={({ folders }) => folders.find(({ id }) => id === folder.id)?.unread ?? 0}
            />
          </Current>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{(child) => <NodeRow node={child} />}</Collection>
    </TreeItem>
  );
}

function FeedRow({ node }: { readonly node: TreeNode & { readonly kind: 'feed' } }) {
  return (
    <TreeItem id={node.id} textValue={node.feed.title} className="tree-row">
      <TreeItemContent>
        {({ level }) => (
          <Current view={node.id} name={node.feed.title} level={level} menu={() => feedMenu(node.feed.id)}>
            <FeedLook node={node} />
          </Current>
        )}
      </TreeItemContent>
    </TreeItem>
  );
}

/** The feed as it is now: its title and icon may have come since the tree was made. */
function FeedLook({ node }: { readonly node: TreeNode & { readonly kind: 'feed' } }) {
  const feed = useFeed(node.feed.id) ?? node.feed;
  return (
    <>
      <SourceTile name={feed.title} host={feed.host} iconUrl={feed.iconUrl} />
      <RowName id={node.id} name={feed.title} />
      <RowCount
        name={feed.title}
        feedId={feed.id}
        pick={({ feeds }) => feeds.find(({ id }) => id === feed.id)?.unread ?? 0}
      />
    </>
  );
}

function RowName({ id, name }: { readonly id: string; readonly name: string }) {
  const isRenamed = useIsRenamed(id);
  return isRenamed ? <RenameField id={id} name={name} /> : <span className="trunc">{name}</span>;
}

interface CurrentProps {
  readonly view: string;
  /** What its menu is called by. */
  readonly name: string;
  /** 1 at the top; inside a folder rows stand further in. */
  readonly level?: number;
  readonly menu: () => MenuGroups;
  readonly children: ReactNode;
}

/** The inside of a row: knows whether its list is the one shown, and carries the row's menu. */
function Current({ view, name, level = 1, menu, children }: CurrentProps) {
  const isShown = usePlace(
    (place) => (place.screen === 'search' ? archiveRow : place.view) === view && isListed(place.screen),
  );
  const onMenu = (event: MouseEvent) => {
    const groups = menu();
    if (groups.length > 0) openContextMenu(event, { label: name, groups });
  };
  return (
    <div className={classNames('tree-in', isShown && 'is-sel')} onContextMenu={onMenu}>
      {level > 1 && <span className="tree-indent" style={{ width: (level - 1) * indentPx }} />}
      {children}
    </div>
  );
}

function isListed(screen: string): boolean {
  return screen === 'reader' || screen === 'today' || screen === 'for-you' || screen === 'search';
}
