/** What the first paint shows, asked for before the window's code has come; the window finds the answers in client/ahead.ts. */
import type { Settings } from '../../contract/settings.ts';
import { ahead, listenFromNow } from '../client/ahead.ts';
import { keptWindow, type WindowState } from '../client/kept-window.ts';
import { keptAtStart, listQuestion, windowAt, windowRows } from '../client/list-question.ts';
import { isLetIn } from '../client/transport.ts';
import { wantedSections } from '../features/today/page-parts.ts';

/** Never fails: what is not answered here, the window asks for itself. */
export async function askAhead(): Promise<void> {
  if (!(await isLetIn())) return;
  listenFromNow();
  const place = Promise.all([ahead('settings.get', {}), ahead('state.get', { key: 'window' })]);
  void ahead('folders.list', {});
  const [settings, kept] = await place;
  if (settings.ok && kept.ok) {
    const state = keptWindow(kept.value.value);
    // A search asks for itself, once its page is there.
    const isList = state.search === null && state.view !== 'for-you';
    if (isList && state.view === 'today') askForToday(state);
    else if (isList) void askForList(state, settings.value);
  }
  askForLibrary();
}

/** After the place is known, because a browser asks for six things at a time and the list must be among the first. */
function askForLibrary(): void {
  for (const name of ['feeds.list', 'counts.get', 'savedSearches.list', 'refresh.status'] as const)
    void ahead(name, {});
}

/** As the front page asks for itself (features/today/edition-model.ts). */
function askForToday({ today: { range, order, hidden } }: WindowState): void {
  const sections = wantedSections(order, hidden);
  void ahead('edition.get', { range, ...(sections === undefined ? {} : { sections }) });
}

/** As the list asks for itself (features/list/list-model.ts): where the row is that it was left at, then the rows there. */
async function askForList(
  state: WindowState,
  { onlyUnread, order, groupStories }: Pick<Settings, 'onlyUnread' | 'order' | 'groupStories'>,
): Promise<void> {
  const { view, listTop, articleId } = state;
  const keep = keptAtStart(state, onlyUnread);
  const question = listQuestion({ view, onlyUnread, order, byStory: groupStories }, { keep, arrival: undefined });
  const around = (listTop?.view === view ? listTop.articleId : null) ?? articleId;
  if (articleId !== null) void ahead('articles.get', { id: articleId });
  let position = 0;
  if (around !== null) {
    const found = await ahead('articles.list', { ...question, limit: 1, around });
    if (found.ok) position = found.value.offset;
  }
  void ahead('articles.list', { ...question, limit: windowRows, offset: windowAt(position) * windowRows });
}
