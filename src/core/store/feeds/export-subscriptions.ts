/** Feeds and folders as a tree in the order of the sidebar, for an export. */

import { storedJson } from '../../lib/stored-json.ts';
import { webAddress } from '../../lib/web-address.ts';
import { feedsUnder } from '../articles/views.ts';
import type { ReadableDb } from '../handles.ts';
import { listFolders } from './folders.ts';

export interface ExportedFeed {
  readonly kind: 'feed';
  readonly title: string;
  readonly url: string;
  readonly siteUrl: string | null;
  readonly position: number;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface ExportedFolder {
  readonly kind: 'folder';
  readonly name: string;
  readonly position: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ExportedNode[];
}

export type ExportedNode = ExportedFeed | ExportedFolder;

interface Wanted {
  readonly folderId?: number | undefined;
  readonly feedIds?: readonly number[] | undefined;
}

/** All subscriptions, or what is in one folder, or chosen feeds: of these, only the folders that hold one. */
export function exportedTree(
  db: ReadableDb,
  { folderId, feedIds }: Wanted,
): { readonly nodes: ExportedNode[]; readonly feeds: number } {
  const chosen = feedIds && new Set(feedIds);
  const all = db.all<{
    id: number;
    url: string;
    title: string;
    site_url: string | null;
    folder_id: number | null;
    position: number;
    attributes: string;
  }>(
    `SELECT id, url, coalesce(own_title, feed_title) AS title, site_url, folder_id, position, attributes
     FROM feed WHERE removed_at IS NULL`,
  );
  const feeds = chosen ? all.filter(({ id }) => chosen.has(id)) : all;
  const folderAttributes = new Map(
    db
      .all<{ id: number; attributes: string }>('SELECT id, attributes FROM folder WHERE removed_at IS NULL')
      .map((row) => [row.id, storedJson<Record<string, string>>(row.attributes, {})]),
  );
  const folders = listFolders(db);
  const nodesIn = (parentId: number | null): ExportedNode[] => {
    const inside: ExportedNode[] = [
      ...folders
        .filter((folder) => folder.parentId === parentId)
        .map((folder) => ({
          kind: 'folder' as const,
          name: folder.name,
          position: folder.position,
          attributes: folderAttributes.get(folder.id) ?? {},
          children: nodesIn(folder.id),
        }))
        .filter(({ children }) => !chosen || children.length > 0),
      ...feeds
        .filter((feed) => feed.folder_id === parentId)
        .map((feed) => ({
          kind: 'feed' as const,
          title: feed.title || feed.url,
          url: feed.url,
          siteUrl: webAddress(feed.site_url) ?? null,
          position: feed.position,
          attributes: storedJson<Record<string, string>>(feed.attributes, {}),
        })),
    ];
    return inside.sort((a, b) => a.position - b.position);
  };
  const count = folderId === undefined ? feeds.length : feedsUnder(db, folderId).length;
  return { nodes: nodesIn(folderId ?? null), feeds: count };
}
