/** A picture by itself, as large as the window, with its words; the arrows go through the article's pictures. */
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { OverlayProps } from '../../app/overlays.ts';
import { useStore } from '../../lib/store.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { type ShownPicture, shownPictures } from './shown-picture.ts';
import { useZoom } from './use-zoom.ts';
import './lightbox.css';

/** By the arrow keys, while the picture is larger than the window. */
const panPx = 80;

export function Lightbox({ onClose }: OverlayProps) {
  const { pictures, at: first } = useStore(shownPictures, (shown) => shown);
  const [at, setAt] = useState(first);
  const frame = useRef<HTMLDivElement>(null);
  const { zoom, larger, smaller, reset, toggle, move, drag } = useZoom(frame);
  const picture = pictures[at];
  const step = (by: 1 | -1) => {
    const next = at + by;
    if (next < 0 || next >= pictures.length) return;
    setAt(next);
    reset();
  };
  const isLarge = zoom.scale > 1;
  const actions = new Map<string, () => void>([
    ['ArrowLeft', () => (isLarge ? move(panPx, 0) : step(-1))],
    ['ArrowRight', () => (isLarge ? move(-panPx, 0) : step(1))],
    ['ArrowUp', () => move(0, panPx)],
    ['ArrowDown', () => move(0, -panPx)],
    ['+', larger],
    ['=', larger],
    ['-', smaller],
    ['0', reset],
  ]);
  useKeys(actions);
  useWheel(frame, (by) => (by < 0 ? larger() : smaller()));
  if (!picture) return null;
  const label = pictures.length > 1 ? `Picture ${at + 1} of ${pictures.length}` : 'Picture';
  return (
    <ModalOverlay className="lightbox" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="lightbox-modal">
        <Dialog className="lightbox-dialog" aria-label={label}>
          <div className="lightbox-page">
            <header className="lightbox-head">
              <span className="num" role="status">
                {pictures.length > 1 ? `${at + 1} of ${pictures.length}` : ''}
              </span>
              <span className="grow" />
              <Tool icon="minus" label="Smaller" isDisabled={!isLarge} onPress={smaller} />
              <span className="num lightbox-scale" aria-live="polite">
                {isLarge ? `${Math.round(zoom.scale * 100)} %` : 'Fit'}
              </span>
              <Tool icon="plus" label="Larger" onPress={larger} />
              <i />
              <Tool icon="x" label="Close" onPress={onClose} />
            </header>
            {pictures.length > 1 && (
              <Tool icon="left" label="Previous picture" isDisabled={at === 0} onPress={() => step(-1)} side="before" />
            )}
            <div
              className={isLarge ? 'lightbox-frame is-large' : 'lightbox-frame'}
              ref={frame}
              {...drag}
              onDoubleClick={toggle}
            >
              <img
                key={picture.address}
                src={picture.address}
                alt={picture.alt || picture.caption || 'Picture without a description'}
                draggable={false}
                style={{ transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` }}
              />
            </div>
            {pictures.length > 1 && (
              <Tool
                icon="right"
                label="Next picture"
                isDisabled={at === pictures.length - 1}
                onPress={() => step(1)}
                side="after"
              />
            )}
            <Words picture={picture} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly side?: 'before' | 'after';
}

function Tool({ icon, label, onPress, isDisabled = false, side }: ToolProps) {
  return (
    <Button
      className={side === undefined ? 'lightbox-tool' : `lightbox-tool is-${side}`}
      aria-label={label}
      // Still there for the focus that stands on it when the last picture is reached.
      aria-disabled={isDisabled}
      onPress={() => !isDisabled && onPress()}
    >
      <Icon name={icon} />
    </Button>
  );
}

/** What the picture shows, for everybody to read: its caption, else its description. */
function Words({ picture: { caption, credit, hoverText, alt } }: { readonly picture: ShownPicture }) {
  const words = caption || alt;
  return (
    <footer className="lightbox-words">
      {words && <p className="lightbox-caption">{words}</p>}
      {hoverText && <p className="lightbox-caption">{hoverText}</p>}
      {credit && <p className="lightbox-credit">{credit}</p>}
    </footer>
  );
}

/** Wherever in the dialog the focus stands. */
function useKeys(actions: ReadonlyMap<string, () => void>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : latest.current.get(event.key);
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

/** React listens to wheels passively; the page beneath must not scroll along. */
function useWheel(frame: { readonly current: HTMLElement | null }, turned: (by: number) => void): void {
  const latest = useRef(turned);
  useEffect(() => {
    latest.current = turned;
  });
  useEffect(() => {
    const element = frame.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      latest.current(event.deltaY);
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [frame]);
}
