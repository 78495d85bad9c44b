/** Renaming in place: Enter keeps the name, Esc leaves it, going elsewhere keeps it. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type NamedFeed, renameFeed } from './change-feeds.ts';

interface RenameFieldProps {
  readonly feed: NamedFeed;
  readonly onEnd: () => void;
}

export function RenameField({ feed, onEnd }: RenameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    // The menu gives the focus back when it closes: wait for that.
    const frame = requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const finish = (title: string | null) => {
    if (isOver.current) return;
    isOver.current = true;
    onEnd();
    if (title !== null) void renameFeed(feed, title.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') finish(event.currentTarget.value);
    if (event.key === 'Escape') finish(null);
  };
  return (
    <input
      ref={field}
      className="rename"
      aria-label={`New name of ${feed.title}`}
      defaultValue={feed.title}
      maxLength={500}
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  );
}
