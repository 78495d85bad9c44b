/** Folders of feeds: any depth, in an order the person sets. */
import { z } from 'zod';
import { folderId, operationId } from './ids.ts';
import { command, nothing, query } from './method.ts';

export const folder = z.object({
  id: folderId,
  name: z.string(),
  parentId: folderId.nullable(),
  /** Order among its siblings, feeds and folders together. */
  position: z.number(),
  /** Section its articles belong to when they say none themselves. */
  section: z.string().nullable(),
});
export type Folder = z.infer<typeof folder>;

const name = z.string().trim().min(1).max(200);

/** The operation that undoes the change. */
export const changed = z.object({ operationId });

export const folderMethods = {
  'folders.list': query('All folders, parents before children, in order.', nothing, z.array(folder), {
    reads: ['feeds'],
  }),
  'folders.add': command(
    'Makes a folder.',
    z.strictObject({ name, parentId: folderId.nullable().default(null) }),
    z.object({ id: folderId, operationId }),
    { changes: ['feeds'], undoable: true },
  ),
  'folders.rename': command('Renames a folder.', z.strictObject({ id: folderId, name }), changed, {
    changes: ['feeds'],
    undoable: true,
  }),
  'folders.move': command(
    'Moves a folder into another (null: the top) at an index among its new siblings. Never into itself.',
    z.strictObject({ id: folderId, parentId: folderId.nullable(), index: z.int().min(0).optional() }),
    changed,
    { changes: ['feeds'], undoable: true },
  ),
  'folders.sort': command(
    'Sorts what is directly in a folder (null: the top) by name: folders first.',
    z.strictObject({ id: folderId.nullable() }),
    changed,
    { changes: ['feeds'], undoable: true },
  ),
  'folders.remove': command(
    'Removes a folder; what is in it moves up to its parent.',
    z.strictObject({ id: folderId }),
    changed,
    { changes: ['feeds'], undoable: true },
  ),
};
