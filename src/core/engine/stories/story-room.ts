/** What the story worker holds: the grouper, the model of For you, the headlines of stories, and what it made of the library a moment ago. */
import { hourMs } from '../../curation/curation-article.ts';
import { hash53 } from '../../curation/short-hash.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { subscriptionsMark } from '../../store/feeds/subscriptions-mark.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { getSettings } from '../../store/settings.ts';
import { lastVisit, newestArrival } from '../../store/stories/edition.ts';
import { followsMark } from '../../store/stories/follows.ts';
import { mutesMark } from '../../store/stories/mutes.ts';
import { constraintsMark } from '../../store/stories/stories.ts';
import { tasteEditsMark } from '../../store/stories/taste.ts';
import { TasteKeeper } from '../edition/taste-keeper.ts';
import { ArticleGrouper } from './group-articles.ts';
import { type PublisherTable, publisherTable } from './rank-library.ts';
import { ChosenHeadlines } from './story-headlines.ts';

const editionKeptMs = 10 * 60_000; // ages and half-lives move slowly; a page that stands still is easier to read
const volumesKeptMs = hourMs;
/** Below it top stories ask for fewer publishers, so that each one more matters; and there is little to count. */
const fewPublishers = 15;

export class StoryRoom {
  readonly db: ReadableDb;
  readonly grouper: ArticleGrouper;
  readonly taste: TasteKeeper;
  readonly headlines: ChosenHeadlines;
  readonly #made = new Map<string, { readonly mark: string; readonly at: EpochMs; readonly value: unknown }>();
  #volumes:
    | {
        readonly at: EpochMs;
        /** Feeds, and weights set by hand. */
        readonly mark: string;
        readonly arrival: number;
        readonly table: PublisherTable;
      }
    | undefined;

  constructor(db: ReadableDb) {
    this.db = db;
    this.grouper = new ArticleGrouper(db);
    this.taste = new TasteKeeper(db);
    this.headlines = new ChosenHeadlines(db);
  }

  /** The model with weights set by hand applied, and how much each owner publishes: counted once an hour. */
  publishers(now: EpochMs): PublisherTable {
    const model = this.taste.model;
    const mark = `${this.#subscriptions()}|${JSON.stringify(model.profile().filter((entry) => entry.byHand))}`;
    const known = this.#volumes;
    const arrival = newestArrival(this.db);
    if (known !== undefined && known.mark === mark && Math.abs(now - known.at) < volumesKeptMs) {
      // A new reader's first sources decide whether there are top stories at all: they count at once.
      if (known.table.active >= fewPublishers || known.arrival === arrival) return known.table;
    }
    const table = publisherTable(this.db, now, model);
    this.#volumes = { at: now, mark, arrival, table };
    return table;
  }

  /** What `make` gave last time, while nothing that it rests on changed. What the reader opens meanwhile moves nothing. */
  kept<Value>(name: string, now: EpochMs, make: () => Value): Value {
    const mark = this.#mark();
    const known = this.#made.get(name);
    if (known !== undefined && known.mark === mark && now >= known.at && now - known.at < editionKeptMs)
      return known.value as Value;
    const value = make();
    this.#made.set(name, { mark, at: now, value });
    return value;
  }

  forgetMade(): void {
    this.#made.clear();
  }

  #subscriptions(): number {
    return hash53(subscriptionsMark(this.db));
  }

  #mark(): string {
    const { forYou, morningEditionHour } = getSettings(this.db);
    return [
      newestArrival(this.db),
      this.#subscriptions(),
      mutesMark(this.db),
      followsMark(this.db),
      constraintsMark(this.db),
      tasteEditsMark(this.db),
      lastVisit(this.db)?.arrival ?? '',
      forYou,
      morningEditionHour,
    ].join('|');
  }
}
