/** The subscriptions as the OPML writer wants them. */
import type { InputOf, OutputOf } from '../../../contract/index.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { feedOutline, folderOutline, type OpmlOutline, writeOpml } from '../../opml/write-opml.ts';
import { type ExportedNode, exportedTree } from '../../store/feeds/export-subscriptions.ts';
import type { ReadableDb } from '../../store/handles.ts';

export function exportOpml(db: ReadableDb, wanted: InputOf<'opml.export'>, now: EpochMs): OutputOf<'opml.export'> {
  const { nodes, feeds } = exportedTree(db, wanted);
  const text = writeOpml({
    title: 'Broadsheet subscriptions',
    createdAt: new Date(now),
    outlines: nodes.map(outlineOf),
  });
  return { text, feeds };
}

function outlineOf(node: ExportedNode): OpmlOutline {
  if (node.kind === 'folder') return folderOutline(node.name, node.children.map(outlineOf), node.attributes);
  return feedOutline({
    title: node.title,
    xmlUrl: node.url,
    htmlUrl: node.siteUrl ?? undefined,
    attributes: node.attributes,
  });
}
