/** What the first paint shows, asked for before the window's code has come; the window finds the answers in client/ahead.ts. */
import type { Settings } from '../../contract/settings.ts';
import { ahead, listenFromNow } from '../client/ahead.ts';
import { exchangeToken } from '../client/http-transport.ts';
import { keptWindow, type WindowState } from '../client/kept-window.ts';
import { listQuestion, windowAt, windowRows } from '../client/list-question.ts';
import { wantedSections } from '../features/today/page-parts.ts';

/** Never fails: what is not answered here, the window asks for itself. */
export async function askAhead(): Promise<void> {
  await exchangeToken();
  listenFromNow();
  const [settings, kept] = await Promise.all([
    ahead('settings.get', {}),
    ahead('state.get', { key: 'window' }),
    ahead('folders.list', {}),
    ahead('feeds.list', {}),
    ahead('counts.get', {}),
    ahead('savedSearches.list', {}),
    ahead('refresh.status', {}),
  ]);
  if (!settings.ok || !kept.ok) return;
  const state = keptWindow(kept.value.value);
  if (state.view === 'today') askForToday(state);
  else if (state.view !== 'for-you') await askForList(state, settings.value);
}

/** As the front page asks for itself (features/today/edition-model.ts). */
function askForToday({ today: { range, order, hidden } }: WindowState): void {
  const sections = wantedSections(order, hidden);
  void ahead('edition.get', { range, ...(sections === undefined ? {} : { sections }) });
}

/** As the list asks for itself (features/list/list-model.ts): where the row is that it was left at, then the rows there. */
async function askForList(
  { view, listTop, articleId }: WindowState,
  { onlyUnread, order }: Pick<Settings, 'onlyUnread' | 'order'>,
): Promise<void> {
  const question = listQuestion({ view, onlyUnread, order });
  const around = (listTop?.view === view ? listTop.articleId : null) ?? articleId;
  if (articleId !== null) void ahead('articles.get', { id: articleId });
  let position = 0;
  if (around !== null) {
    const found = await ahead('articles.list', { ...question, limit: 1, around });
    if (found.ok && found.value.articles[0]?.id === around) position = found.value.offset;
  }
  void ahead('articles.list', { ...question, limit: windowRows, offset: windowAt(position) * windowRows });
}
