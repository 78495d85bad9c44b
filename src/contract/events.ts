/** What the core tells its windows without being asked. An event says what changed; the window asks for what it shows. */
import type { ErrorCode } from './errors.ts';
import type { ArticleId, FeedId } from './ids.ts';
import type { RefreshState } from './refresh.ts';
import type { Settings } from './settings.ts';

export type CoreEvent =
  /** Status bits of these articles changed; `ids` is absent after a bulk change. */
  | { readonly type: 'articles-marked'; readonly ids?: readonly ArticleId[] }
  /** New or changed articles were stored. */
  | {
      readonly type: 'articles-arrived';
      readonly added: number;
      readonly updated: number;
      readonly feedIds: readonly FeedId[];
    }
  /** Feeds or folders were added, renamed, moved, removed, or a feed's health changed. */
  | { readonly type: 'feeds-changed' }
  | { readonly type: 'refresh'; readonly refresh: RefreshState }
  | { readonly type: 'settings-changed'; readonly settings: Settings }
  | { readonly type: 'saved-searches-changed' }
  /** A saved search that wants to tell found new articles. */
  | { readonly type: 'saved-search-found'; readonly id: number; readonly name: string; readonly added: number }
  /** A feed that wants to tell brought new articles. */
  | { readonly type: 'feed-found'; readonly id: FeedId; readonly name: string; readonly added: number }
  | { readonly type: 'stories-changed' }
  | {
      readonly type: 'progress';
      readonly job: string;
      readonly done: number;
      readonly total: number;
      readonly note?: string;
    }
  | { readonly type: 'notice'; readonly code: ErrorCode; readonly message: string }
  /** A choice from the desktop's menu, tray or a notification, by the name of the window's command. */
  | { readonly type: 'menu'; readonly command: string; readonly argument?: string };
