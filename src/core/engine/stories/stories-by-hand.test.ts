import { describe, expect, test } from 'vitest';
import { harbourLevy, idOf, otherNews, printed, storiesOf } from '../../../testing/press.ts';
import { errorOf, mustBeOk, type TestCore, testCore } from '../../../testing/test-core.ts';

const levy = harbourLevy.map(({ guid }) => guid);

async function press() {
  const app = await testCore();
  await printed(app, [...harbourLevy, ...otherNews]);
  return app;
}

async function storyOf(app: TestCore, guid: string): Promise<number> {
  const { stories } = mustBeOk(await app.call('stories.list', { all: true }));
  return stories.find(({ articles }) => articles.some((article) => article.guid === guid))?.id ?? 0;
}

describe('the reader’s own word on a story', () => {
  test('"not this story" takes the article out, holds after a restart, and is undone', async () => {
    const app = await press();
    await storyOf(app, 'levy-2');
    const articleId = (await idOf(app, 'levy-2')) as never;
    const { operationId, newStoryId } = mustBeOk(await app.call('stories.notThis', { articleId }));
    expect(newStoryId).not.toBeNull();
    expect(await storiesOf(app)).toEqual([['levy-1', 'levy-3']]);
    await app.core.close();
    const again = await testCore({ libraryFolder: app.folder });
    await printed(again, [{ ...harbourLevy[1], paper: 'echo.example', guid: 'levy-4' } as never]);
    for (const guids of await storiesOf(again))
      expect(guids.includes('levy-2') && guids.includes('levy-1')).toBe(false);
    mustBeOk(await again.call('operations.undo', { id: operationId }));
    const stories = await storiesOf(again);
    expect(stories.some((guids) => levy.every((guid) => guids.includes(guid)))).toBe(true);
  });

  test('a split moves several articles together', async () => {
    const app = await press();
    const id = await storyOf(app, 'levy-1');
    const articles = [await idOf(app, 'levy-2'), await idOf(app, 'levy-3')] as never[];
    mustBeOk(await app.call('stories.split', { id, articles }));
    expect(await storiesOf(app)).toEqual([['levy-2', 'levy-3']]);
    expect(errorOf(await app.call('stories.split', { id: await storyOf(app, 'owls'), articles }))).toBe('conflict');
  });

  test('two stories merged by hand are one, the old id still opens it, and undo parts them again', async () => {
    const app = await press();
    const [first, second] = [await storyOf(app, 'levy-1'), await storyOf(app, 'owls')];
    mustBeOk(await app.call('stories.merge', { id: first, with: second }));
    expect(await storiesOf(app)).toEqual([[...levy, 'owls']]);
    for (const id of [first, second]) expect(mustBeOk(await app.call('stories.get', { id })).rows).toHaveLength(4);
    mustBeOk(await app.call('operations.undo', {}));
    expect(await storiesOf(app)).toEqual([levy]);
    mustBeOk(await app.call('operations.redo', {}));
    expect(await storiesOf(app)).toEqual([[...levy, 'owls']]);
  });
});

describe('muting', () => {
  test('a muted story leaves the top stories and Today for seven days, and the page says so', async () => {
    const app = await press();
    const id = await storyOf(app, 'levy-1');
    expect(mustBeOk(await app.call('stories.list', {})).stories.map((story) => story.id)).toEqual([id]);
    const { muteId } = mustBeOk(await app.call('stories.mute', { id }));
    expect(mustBeOk(await app.call('stories.list', {})).stories).toEqual([]);
    const page = mustBeOk(await app.call('edition.get', {}));
    expect(page.muted.map(({ article }) => article.title)).toHaveLength(3);
    const reason = mustBeOk(await app.call('articles.hiddenReason', { id: (await idOf(app, 'levy-1')) as never }));
    expect(reason).toMatchObject({ reason: 'muted-story', muteId });
    const [mute] = mustBeOk(await app.call('mutes.list', {}));
    expect(mute).toMatchObject({ kind: 'story', label: 'Eleven ports agree to a harbour levy', hiding: 3 });
    expect(((mute?.until ?? 0) - (mute?.madeAt ?? 0)) / 86_400_000).toBe(7);
    mustBeOk(await app.call('operations.undo', {}));
    expect(mustBeOk(await app.call('stories.list', {})).stories).toHaveLength(1);
  });

  test('a muted topic hides what holds all its words in any form, everywhere but in lists and searches', async () => {
    const app = await press();
    const { muteId } = mustBeOk(await app.call('stories.mute', { topic: 'barn owl' }));
    const reason = mustBeOk(await app.call('articles.hiddenReason', { id: (await idOf(app, 'owls')) as never }));
    expect(reason).toMatchObject({ reason: 'muted-topic', text: 'You muted “barn owl” for good.' });
    const titles = mustBeOk(await app.call('forYou.list', {})).rows.map(({ article }) => article.title);
    expect(titles).not.toContain('Barn owls return to the Vale of Tarn');
    expect(mustBeOk(await app.call('articles.list', { view: 'all' })).total).toBe(6);
    mustBeOk(await app.call('mutes.remove', { id: muteId }));
    expect(mustBeOk(await app.call('mutes.list', {}))).toEqual([]);
    expect(errorOf(await app.call('mutes.remove', { id: muteId }))).toBe('not_found');
  });
});
