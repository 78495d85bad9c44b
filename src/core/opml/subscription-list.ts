/** What a list of subscriptions holds, whoever wrote it. */

export interface OpmlSubscription {
  readonly xmlUrl: string;
  readonly htmlUrl?: string;
  readonly title: string;
  /** Names from the top; empty: not in a folder. */
  readonly folder: readonly string[];
  /** Every other attribute as it was, for the export: other readers keep their settings there. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface OpmlFolder {
  readonly path: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

export interface SkippedOutline {
  readonly line?: number;
  readonly text: string;
  /** A sentence for a person. */
  readonly why: string;
}

export interface OpmlList {
  readonly title: string | undefined;
  /** Outlines of any kind that were met. */
  readonly outlines: number;
  /** In the list's order, each address once. */
  readonly subscriptions: readonly OpmlSubscription[];
  /** In the list's order, empty ones too. */
  readonly folders: readonly OpmlFolder[];
  readonly skipped: readonly SkippedOutline[];
  /** Further mentions of an address that was already there. */
  readonly duplicates: readonly OpmlSubscription[];
}
