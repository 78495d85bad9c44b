import { describe, expect, it } from 'vitest';
import { methods } from '../../../contract/index.ts';
import { addTestFeed, finish, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { getCounts } from '../articles/counts.ts';
import type { WritableDb } from '../handles.ts';
import { findOperation, turnOperation } from '../turn-operation.ts';
import { configureFeeds } from './configure-feeds.ts';
import { type ExportedNode, exportedTree } from './export-subscriptions.ts';
import { addFeeds, moveFeeds, removeFeeds, renameFeed } from './feeds.ts';
import { addFolder, listFolders, moveFolder, removeFolder, sortFolder } from './folders.ts';
import { listFeeds } from './list-feeds.ts';
import { showAgain } from './undo-feeds.ts';

function undo(db: WritableDb): string {
  const operation = findOperation(db, 'undo');
  if (operation === undefined) throw new Error('nothing to undo');
  return finish(turnOperation(db, operation, 'undo', testNow)).label;
}

function titles(db: WritableDb): string[] {
  const names = (nodes: readonly ExportedNode[]): string[] =>
    nodes.flatMap((node) => (node.kind === 'feed' ? [node.title] : [`${node.name}/`, ...names(node.children)]));
  return names(exportedTree(db, {}).nodes);
}

describe('subscribing', () => {
  it('looks at the articles of no other feed, so that a list of feeds is imported into a large library as into a new one', () => {
    const { db } = temporaryLibrary();
    db.exec('ANALYZE');
    const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${showAgain}`, { feedId: 1 }).map((row) => row.detail);
    expect(plan.join('\n')).toMatch(/^SEARCH article_status USING INDEX \S+ \(feed_id=\?\)/);
    expect(plan.join('\n')).not.toContain('SCAN');
  });
});

describe('unsubscribing', () => {
  it('takes a feed’s articles out of every count, and undo brings them back as they were', () => {
    const { db } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://example.org/feed');
    ingestAll(db, { feedId, articles: ['a', 'b'].map((identity) => storedArticle({ identity })) });
    removeFeeds(db, [feedId], testNow);
    expect(getCounts(db, testNow).all).toEqual({ unread: 0, total: 0 });
    expect(listFeeds(db, testNow, 6)).toEqual([]);
    undo(db);
    expect(getCounts(db, testNow).all).toEqual({ unread: 2, total: 2 });
  });

  it('and subscribing again brings the same feed with its articles', () => {
    const { db } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://example.org/feed');
    ingestAll(db, { feedId, articles: [storedArticle({ identity: 'a' })] });
    removeFeeds(db, [feedId], testNow);
    const again = addFeeds(db, {
      feeds: [{ url: 'https://example.org/feed', folderId: null }],
      now: testNow,
      label: 'Again',
    });
    expect(again.ids).toEqual([feedId]);
    expect(getCounts(db, testNow).all.total).toBe(1);
  });
});

describe('the order of the sidebar', () => {
  function library() {
    const { db } = temporaryLibrary();
    const folder = addFolder(db, { name: 'Folder', parentId: null }, testNow).id;
    const [a, b, c] = ['a', 'b', 'c'].map((name) => addTestFeed(db, `https://${name}.example/`, { title: name }));
    if (a === undefined || b === undefined || c === undefined) throw new Error('no feeds');
    return { db, folder, a, b, c };
  }

  it('moves a feed to an index, into a folder, and back by undo', () => {
    const { db, folder, a, c } = library();
    moveFeeds(db, { ids: [c], folderId: null, index: 1 }, testNow);
    expect(titles(db)).toEqual(['Folder/', 'c', 'a', 'b']);
    moveFeeds(db, { ids: [a, c], folderId: folder }, testNow);
    expect(titles(db)).toEqual(['Folder/', 'a', 'c', 'b']);
    undo(db);
    undo(db);
    expect(titles(db)).toEqual(['Folder/', 'a', 'b', 'c']);
  });

  it('is what was asked for however often something is dragged to the same place', () => {
    const { db } = temporaryLibrary();
    const ids = Array.from({ length: 6 }, (_, n) => addTestFeed(db, `https://f${n}.example/`, { title: `f${n}` }));
    let wanted = ids;
    for (let drag = 0; drag < 120; drag += 1) {
      const moving = drag % 2 === 0 ? wanted.slice(-1) : [...wanted.slice(3, 4), ...wanted.slice(0, 1)];
      const staying = wanted.filter((id) => !moving.includes(id));
      moveFeeds(db, { ids: moving, folderId: null, index: 1 }, testNow);
      wanted = [...staying.slice(0, 1), ...moving, ...staying.slice(1)];
      expect(titles(db)).toEqual(wanted.map((id) => `f${ids.indexOf(id)}`));
    }
    const before = titles(db);
    const folder = addFolder(db, { name: 'Folder', parentId: null }, testNow).id;
    moveFolder(db, { id: folder, parentId: null, index: 2 }, testNow);
    moveFeeds(db, { ids: wanted.slice(3), folderId: folder }, testNow);
    removeFolder(db, folder, testNow);
    expect(titles(db)).toEqual([...before.slice(0, 2), ...before.slice(3), ...before.slice(2, 3)]);
  });

  it('sorts by name, folders first', () => {
    const { db, a } = library();
    renameFeed(db, { id: a, title: 'zebra' }, testNow);
    sortFolder(db, null, testNow);
    expect(titles(db)).toEqual(['Folder/', 'b', 'c', 'zebra']);
  });

  it('never puts a folder into itself', () => {
    const { db, folder } = library();
    const inner = addFolder(db, { name: 'Inner', parentId: folder }, testNow).id;
    expect(moveFolder(db, { id: folder, parentId: inner }, testNow)).toBe('circle');
  });

  it('is exported for chosen feeds with the folders that hold one of them, and no others', () => {
    const { db, folder, a, b, c } = library();
    const inner = addFolder(db, { name: 'Inner', parentId: folder }, testNow).id;
    addFolder(db, { name: 'Empty', parentId: null }, testNow);
    moveFeeds(db, { ids: [a], folderId: inner }, testNow);
    const { nodes, feeds } = exportedTree(db, { feedIds: [a, c] });
    expect(feeds).toBe(2);
    expect(nodes.map((node) => (node.kind === 'feed' ? node.title : node.name))).toEqual(['Folder', 'c']);
    expect(JSON.stringify(nodes)).not.toContain(`"b"`);
    expect(JSON.stringify(nodes)).toContain('Inner');
    expect(exportedTree(db, { feedIds: [b] }).nodes).toMatchObject([{ kind: 'feed', title: 'b' }]);
  });

  it('keeps what is in a deleted folder in its place', () => {
    const { db, folder, a, b } = library();
    moveFeeds(db, { ids: [a, b], folderId: folder }, testNow);
    removeFolder(db, folder, testNow);
    expect(titles(db)).toEqual(['a', 'b', 'c']);
    expect(listFolders(db)).toEqual([]);
    undo(db);
    expect(titles(db)).toEqual(['Folder/', 'a', 'b', 'c']);
  });
});

describe('a feed’s settings', () => {
  it('change one by one: what is not named stays', () => {
    const { db } = temporaryLibrary();
    const id = addTestFeed(db, 'https://example.org/feed');
    const configure = (settings: object) =>
      configureFeeds(db, methods['feeds.configure'].input.parse({ ids: [id], settings }), testNow);
    configure({ fullText: 'always' });
    configure({ dailyCap: 5 });
    expect(listFeeds(db, testNow, 6)[0]?.settings).toMatchObject({ fullText: 'always', dailyCap: 5, paused: false });
  });
});
