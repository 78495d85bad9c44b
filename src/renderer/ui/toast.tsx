/** One short message at the foot of the window: 8 seconds, longer while it is looked at, Undo first. */
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { createStore, useStore } from '../lib/store.ts';
import { keyWords } from './keys.tsx';
import { useLeaveMotion } from './use-leave-motion.ts';

export interface Toast {
  readonly text: string;
  /** The first thing that can be done about it: Undo, mostly. */
  readonly action?:
    | { readonly label: string; readonly keys?: string | undefined; readonly run: () => void }
    | undefined;
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
  return (
    <>
      {/* Regions that are read out must be there before they have something to say. */}
      <div className="vh" role="status">
        {toast && !toast.failed ? toast.text : ''}
      </div>
      <div className="vh" role="alert">
        {toast?.failed ? toast.text : ''}
      </div>
      {/* Each is one of its own: the next must not be held because the one before was. */}
      {toast && <ShownToast key={toast.number} toast={toast} />}
    </>
  );
}

function ShownToast({ toast }: { readonly toast: Toast }) {
  const [isUnderPointer, setUnderPointer] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const isHeld = isUnderPointer || hasFocus;
  const box = useRef<HTMLElement>(null);
  const keepFocus = useFocusGoesBack();
  useLeaveMotion(box);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(dismissToast, toastMs);
    return () => clearTimeout(timer);
  }, [isHeld]);
  return (
    <section
      ref={box}
      className="toast num"
      aria-label="Message"
      data-region-part="toast"
      tabIndex={-1}
      onPointerEnter={() => setUnderPointer(true)}
      onPointerLeave={() => setUnderPointer(false)}
      onFocus={(event) => {
        keepFocus(event);
        setFocus(true);
      }}
      onBlur={() => setFocus(false)}
    >
      <span className="toast-text">{toast.text}</span>
      {toast.action && <ToastAction action={toast.action} />}
    </section>
  );
}

/** When the toast goes with the focus in it, the focus goes to where it came from. */
function useFocusGoesBack(): (event: FocusEvent) => void {
  const cameFrom = useRef<HTMLElement | null>(null);
  useEffect(
    () => () => {
      if (document.activeElement === document.body) cameFrom.current?.focus({ preventScroll: true });
    },
    [],
  );
  return ({ relatedTarget, currentTarget }) => {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
      cameFrom.current = relatedTarget;
  };
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
      {action.keys && <kbd>{keyWords(action.keys).join(' ')}</kbd>}
    </>
  );
}
