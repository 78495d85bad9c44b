/** A dialog over the page: takes the focus, keeps it, and gives it back. Esc closes it. */
import { type ReactNode, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { classNames } from '../lib/class-names.ts';
import { Icon } from './icon.tsx';
import { useLeaveMotion } from './use-leave-motion.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Beside the title: a search field, say. */
  readonly aside?: ReactNode;
  /** Buttons at its foot. */
  readonly footer?: ReactNode;
  /** A class that gives it its width; 460 px otherwise. */
  readonly className?: string;
  /** Leave out the heading; the title then names it for screen readers only. */
  readonly bare?: boolean;
  readonly middle?: boolean;
}

export function Dialog(props: DialogProps) {
  const { title, onClose, children, aside, footer, className, bare = false, middle = false } = props;
  const box = useRef<HTMLDivElement>(null);
  useLeaveMotion(box);
  return (
    <ModalOverlay
      ref={box}
      className={classNames('scrim', middle && 'is-middle')}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="dlg-modal">
        <AriaDialog className={classNames('dlg', className ?? 'dlg-plain')} {...(bare ? { 'aria-label': title } : {})}>
          {!bare && (
            <div className="dlg-h">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <span className="grow" />
              {aside}
              {/* Without a tooltip, which would take the first Esc for itself. */}
              <Button className="btn-i" aria-label="Close" onPress={onClose}>
                <Icon name="x" />
              </Button>
            </div>
          )}
          {children}
          {footer && <div className="dlg-f">{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
