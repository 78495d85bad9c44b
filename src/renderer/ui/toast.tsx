/** One short message at the foot of the window: 8 seconds, longer while it is looked at, Undo first. */
import { useEffect, useState } from 'react';
import { createStore, useStore } from '../lib/store.ts';

export interface Toast {
  readonly text: string;
  /** The first thing that can be done about it: Undo, mostly. */
  readonly action?: { readonly label: string; readonly keys?: string; readonly run: () => void } | undefined;
  /** A failure of something just asked for is read out at once. */
  readonly failed?: boolean;
}

const shownToast = createStore<(Toast & { readonly number: number }) | null>(null);
let number = 0;
const toastMs = 8000;

/** Takes the place of the one before. */
export function showToast(toast: Toast): void {
  number += 1;
  shownToast.set({ ...toast, number });
}

function dismissToast(): void {
  shownToast.set(null);
}

export function ToastHost() {
  const toast = useStore(shownToast, (shown) => shown);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!toast || isHeld) return;
    const timer = setTimeout(dismissToast, toastMs);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);
  return (
    <>
      {/* Regions that are read out must be there before they have something to say. */}
      <div className="vh" role="status">
        {toast && !toast.failed ? toast.text : ''}
      </div>
      <div className="vh" role="alert">
        {toast?.failed ? toast.text : ''}
      </div>
      {toast && (
        <section
          className="toast num"
          aria-label="Message"
          data-region-part="toast"
          tabIndex={-1}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span className="toast-text">{toast.text}</span>
          {toast.action && <ToastAction action={toast.action} />}
        </section>
      )}
    </>
  );
}

function ToastAction({ action }: { readonly action: NonNullable<Toast['action']> }) {
  return (
    <>
      <button
        type="button"
        onClick={() => {
          dismissToast();
          action.run();
        }}
      >
        {action.label}
      </button>
      {action.keys && <kbd>{action.keys}</kbd>}
    </>
  );
}
