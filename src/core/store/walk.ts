/** Which part of a view's list is wanted. */
export interface Walk {
  readonly onlyUnread: boolean;
  readonly newestFirst: boolean;
  /** Go on after this id, not included. */
  readonly after?: number | undefined;
  readonly limit: number;
  readonly offset: number;
  readonly upToArrival?: number | undefined;
}
