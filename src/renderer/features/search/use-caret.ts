/** Where the caret stands in a field, in UTF-16 units; null while the field has no focus. */
import { type RefObject, useEffect, useState } from 'react';

export function useCaret(field: RefObject<HTMLInputElement | null>): number | null {
  const [caret, setCaret] = useState<number | null>(null);
  useEffect(() => {
    const look = () => {
      const { current } = field;
      setCaret(current !== null && document.activeElement === current ? current.selectionEnd : null);
    };
    document.addEventListener('selectionchange', look);
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', look);
    return () => {
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', look);
    };
  }, [field]);
  return caret;
}
