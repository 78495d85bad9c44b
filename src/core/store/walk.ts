/** Which part of a view's list is wanted. */
export interface Walk {
  readonly onlyUnread: boolean;
  readonly newestFirst: boolean;
  /** Go on after this id, not included. */
  readonly after?: number | undefined;
  readonly limit: number;
  readonly offset: number;
  readonly upToArrival?: number | undefined;
  /** Articles that another row of the list stands for. */
  readonly except?: ReadonlySet<number> | undefined;
}

export function hasExcept({ except }: Walk): boolean {
  return except !== undefined && except.size > 0;
}

/** For `article_id NOT IN (SELECT value FROM json_each(:except))`; nothing where nothing is left out. */
export function exceptParameter({ except }: Walk): { readonly except?: string } {
  return except === undefined || except.size === 0 ? {} : { except: JSON.stringify([...except]) };
}
