/** An article as the task worker hands it to the store: parsed, sanitised, measured. Everything is stored from the first fetch on. */
import type { EpochMs } from '../../lib/clock.ts';

export interface StoredArticle {
  /** The key it is known by within its feed, with the rule that gave it. */
  readonly identity: string;
  readonly identityRule: string;
  /** Other keys by which an earlier row may be recognised, if just one row has them. */
  readonly alternates: readonly string[];
  /** What an undated article says, as a key that holds until the feed's next fetch; by itself only where it is telling. */
  readonly wording?: { readonly key: string; readonly isTelling: boolean };
  readonly position: number;
  readonly rawGuid: string | null;
  readonly rawLink: string | null;
  readonly url: string | null;
  readonly title: string;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly section: string | null;
  readonly language: string | null;
  readonly publishedAt: EpochMs | null;
  readonly updatedAt: EpochMs | null;
  /** Sanitised. */
  readonly html: string;
  readonly deck: string | null;
  /** The first 400 clean characters. */
  readonly lead: string;
  readonly wordCount: number;
  readonly pictureUrl: string | null;
  readonly hasAudio: boolean;
  readonly contentHash: string;
  /** Tracking pixels that its markup had. */
  readonly pixelsRemoved?: number;
  /** What only the article page shows. */
  readonly extras: ArticleExtras;
  /** Verbatim what is indexed: markup stripped, CJK letters separated. */
  readonly index: { readonly title: string; readonly author: string; readonly body: string };
}

export interface ArticleExtras {
  readonly picture?: {
    readonly url: string;
    readonly caption: string | null;
    readonly credit: string | null;
    readonly alt: string | null;
    readonly width: number | null;
    readonly height: number | null;
  };
  readonly categories: readonly string[];
  readonly enclosures: readonly {
    readonly url: string;
    readonly mimeType: string | null;
    readonly sizeBytes: number | null;
    readonly durationSeconds: number | null;
    readonly title: string | null;
  }[];
  readonly podcast?: {
    readonly durationSeconds: number | null;
    readonly chaptersUrl: string | null;
    readonly transcripts: readonly {
      readonly url: string;
      readonly mimeType: string | null;
      readonly language: string | null;
    }[];
  };
  readonly commentsUrl?: string;
}

export interface IngestBatch {
  readonly feedId: number;
  /** Row of the fetch that brought these, or null for an archive. */
  readonly fetchId: number | null;
  readonly fetchedAt: EpochMs;
  /** The first fetch of a new subscription: old articles arrive as read. */
  readonly firstFetch: boolean;
  readonly articles: readonly StoredArticle[];
  /** Articles that are there already stay as they are, whatever the batch says of them. */
  readonly keepKnown?: boolean;
  /** Bits an archive brings with it, by position in `articles`. */
  readonly bits?: readonly { readonly read: boolean; readonly starred: boolean }[];
}
