/** What readers answer: each name with the store's function. The engine's own questions stand beside those of the contract. */
import { fail, ok, type Result } from '../../contract/errors.ts';
import type { NamesOfKind, OutputOf, ParsedInputOf } from '../../contract/index.ts';
import type { EpochMs } from '../lib/clock.ts';
import { isSummary } from '../reading/is-summary.ts';
import { mediaAt } from '../store/archive/media.ts';
import { getCounts } from '../store/articles/counts.ts';
import { getArticle, revisionsOf } from '../store/articles/get-article.ts';
import { feedsUnder } from '../store/articles/views.ts';
import { accessForMedia, accessForPage } from '../store/feeds/article-access.ts';
import { fetchFacts, hostStates, postingTimes } from '../store/feeds/feed-states.ts';
import { feedIdAt } from '../store/feeds/feeds.ts';
import { diaryOf } from '../store/feeds/fetch-results.ts';
import { listFolders } from '../store/feeds/folders.ts';
import { feedVolumes, listFeeds } from '../store/feeds/list-feeds.ts';
import type { ReadableDb } from '../store/handles.ts';
import { archivePage, librarySums } from '../store/library.ts';
import { operationHistory } from '../store/operation-history.ts';
import { readingHistory } from '../store/reading-history.ts';
import { getFact, getSettings, getState } from '../store/settings.ts';
import { listOperations } from '../store/turn-operation.ts';
import { libraryIsEmpty } from './archive/archive-import.ts';
import { keepingEngineQueries, keepingQueries } from './archive/archive-keeping.ts';
import { revisionSteps } from './pages/revision-steps.ts';
import { list, listSearches, next } from './searching/saved-search-queries.ts';
import { alternatives } from './searching/search-alternatives.ts';
import { edit, facets, search, takeApart } from './searching/search-queries.ts';
import { suggest } from './searching/suggest.ts';
import { storyQueries } from './stories/story-queries.ts';
import { exportOpml } from './subscribing/export-opml.ts';

type ContractQueries = {
  readonly [Name in NamesOfKind<'query'>]: (
    db: ReadableDb,
    input: ParsedInputOf<Name>,
    now: EpochMs,
    /** Shared memory, set to 1 when nobody waits for the answer any more. */
    cancel?: Int32Array,
  ) => Result<OutputOf<Name>>;
};

const contractQueries: ContractQueries = {
  ...storyQueries,
  ...keepingQueries,
  'articles.list': list,
  'articles.get': (db, input) => {
    const article = getArticle(db, input.id, { textFrom: input.textFrom, isSummary });
    return article === undefined
      ? fail('not_found', 'This article is not in the library any more.', { id: input.id })
      : ok(article);
  },
  'articles.next': next,
  'articles.revisions': (db, input) => ok(revisionSteps(revisionsOf(db, input.id))),
  'articles.search': search,
  'savedSearches.list': (db, _input, now) => ok(listSearches(db, now)),
  'search.alternatives': alternatives,
  'search.facets': facets,
  'search.parse': takeApart,
  'search.edit': edit,
  'search.suggest': (db, input) => ok(suggest(db, input)),
  'counts.get': (db, _input, now) => ok(getCounts(db, now)),
  'feeds.list': (db, _input, now) => ok(listFeeds(db, now, getSettings(db).silentMonths)),
  'feeds.diary': (db, input) => ok(diaryOf(db, input.id, input.limit)),
  'feeds.volume': (db, _input, now) => ok(feedVolumes(db, now)),
  'folders.list': (db) => ok(listFolders(db)),
  'operations.history': (db, input, now) => ok(operationHistory(db, input, now)),
  'operations.list': (db, input) => ok(listOperations(db, input.limit)),
  'opml.export': (db, input, now) => ok(exportOpml(db, input, now)),
  'reading.history': (db, _input, now) => ok(readingHistory(db, now)),
  'settings.get': (db) => ok(getSettings(db)),
  'state.get': (db, input) => ok(getState(db, input.key)),
  'archive.export': (db, input) => ok(archivePage(db, input.after, input.limit)),
};

const engineQueries = {
  ...keepingEngineQueries,
  'fetch.facts': (db: ReadableDb, input: { readonly feedIds?: readonly number[] }) => ok(fetchFacts(db, input.feedIds)),
  'fetch.postingTimes': (db: ReadableDb, input: { readonly feedId: number }) => ok(postingTimes(db, input.feedId)),
  'folder.feedIds': (db: ReadableDb, input: { readonly folderId: number }) => ok(feedsUnder(db, input.folderId)),
  'hosts.states': (db: ReadableDb) => ok(hostStates(db)),
  'feeds.idAt': (db: ReadableDb, input: { readonly urls: readonly string[] }) =>
    ok(input.urls.map((url) => feedIdAt(db, url) ?? null)),
  'media.at': (db: ReadableDb, input: { readonly url: string }) => ok(mediaAt(db, input.url) ?? null),
  'media.access': (db: ReadableDb, input: { readonly url: string }) => ok(accessForMedia(db, input.url)),
  'article.page': (db: ReadableDb, input: { readonly id: number }) => ok(accessForPage(db, input.id) ?? null),
  'library.isEmpty': libraryIsEmpty,
  'library.sums': (db: ReadableDb) => ok(librarySums(db)),
  'fact.get': (db: ReadableDb, input: { readonly key: string }) => ok(getFact(db, input.key) ?? null),
};

export const queries = { ...contractQueries, ...engineQueries };
export type Queries = typeof queries;
