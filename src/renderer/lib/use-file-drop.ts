/** A place where a file can be dropped, or pasted while nothing else takes the paste. */
import { type DragEvent, useEffect, useState } from 'react';

export interface FileDrop {
  /** A file is held over the place. */
  readonly isOver: boolean;
  /** For the element that is the place. */
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** `pastedName` is what pasted text is called, which has no name of its own. */
export function useFileDrop(taken: (file: File) => void, pastedName: string): FileDrop {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea')) return;
      const [file] = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (file) taken(file);
      else if (text.trimStart().startsWith('<')) taken(new File([text], pastedName));
      else return;
      event.preventDefault();
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  }, [taken, pastedName]);
  return {
    isOver,
    handlers: {
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      },
      onDrop: (event) => {
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (!file) return;
        event.preventDefault();
        taken(file);
      },
    },
  };
}
