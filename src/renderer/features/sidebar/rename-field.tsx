/** Renaming in place: Enter keeps the name, Esc leaves it, going elsewhere keeps it. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { idInView } from '../../client/library.ts';
import { createStore, useStore } from '../../lib/store.ts';

/** As long as the core takes: a name that it refused would have to be typed again. */
const longestName = 200;

/** The tree id of the row that is being renamed. */
const renamed = createStore<string | null>(null);

export function startRename(id: string): void {
  renamed.set(id);
}

/** The row that is being renamed; null: none is. */
export function useRenamed(): string | null {
  return useStore(renamed, (value) => value);
}

export function useIsRenamed(id: string): boolean {
  return useStore(renamed, (value) => value === id);
}

export function RenameField({ id, name }: { readonly id: string; readonly name: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The tree takes the focus back when its menu closes: wait for that.
    const frame = requestAnimationFrame(() => {
      // The row first: a tree that is entered anywhere else chooses its first row, and opens it.
      field.current?.closest<HTMLElement>('[role=row]')?.focus({ preventScroll: true });
      field.current?.focus();
      field.current?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const finish = (value: string | null) => {
    if (renamed.get() !== id) return;
    const row = field.current?.closest<HTMLElement>('[role=row]');
    renamed.set(null);
    row?.focus();
    if (value !== null && value.trim() !== name) void rename(id, value.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // The tree must not take letters for type-ahead, nor arrows for steps.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') finish(event.currentTarget.value);
    if (event.key === 'Escape') finish(null);
  };
  return (
    <input
      ref={field}
      className="rename"
      aria-label={`New name of ${name}`}
      defaultValue={name}
      maxLength={longestName}
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.currentTarget.value)}
      onPointerDown={(event) => event.stopPropagation()}
    />
  );
}

async function rename(id: string, title: string): Promise<void> {
  const feed = idInView(id as never, 'feed');
  const folder = idInView(id as never, 'folder');
  const search = idInView(id as never, 'search');
  // Only a feed has a name of its own to go back to.
  if (feed === undefined && title === '') return;
  const result =
    search !== undefined
      ? await client.call('savedSearches.rename', { id: search, name: title })
      : feed !== undefined
        ? await client.call('feeds.rename', { id: feed as never, title })
        : await client.call('folders.rename', { id: folder as never, name: title });
  if (result.ok)
    toastDone(title === '' ? 'The feed has its own name again' : `Renamed to ${title}`, result.value.operationId);
  else toastFailure(result.error.message);
}
