/** Where a search goes on: after an id, at a rank, or among the hits older than those ranked. */

export type SearchCursor = (
  | { readonly kind: 'after'; readonly id: number }
  | { readonly kind: 'ranked'; readonly skip: number }
  | { readonly kind: 'older'; readonly id: number }
) & { readonly counted?: { readonly n: number; readonly isExact: boolean } };

/** Undefined for what this program did not write. */
export function readCursor(text: string | undefined): SearchCursor | undefined {
  if (text === undefined) return undefined;
  const [kind, position, n, exactness] = text.split('.');
  const at = Number(position);
  if (!Number.isSafeInteger(at)) return undefined;
  const counted =
    n === '' || !Number.isSafeInteger(Number(n)) ? {} : { counted: { n: Number(n), isExact: exactness === 'e' } };
  if (kind === 'r' && at >= 0) return { kind: 'ranked', skip: at, ...counted };
  if (kind === 'a') return { kind: 'after', id: at, ...counted };
  if (kind === 'o') return { kind: 'older', id: at, ...counted };
  return undefined;
}

export function cursorOf(cursor: SearchCursor): string {
  const kind = { after: 'a', ranked: 'r', older: 'o' }[cursor.kind];
  const position = cursor.kind === 'ranked' ? cursor.skip : cursor.id;
  const counted = cursor.counted === undefined ? ['', ''] : [cursor.counted.n, cursor.counted.isExact ? 'e' : 'm'];
  return [kind, position, ...counted].join('.');
}
