/** A message inside a page, with what to do next. */
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

interface NoteProps {
  readonly kind: 'info' | 'warn' | 'err';
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly icon?: IconName;
  /** Not read out at once: the reader comes upon it. */
  readonly isQuiet?: boolean;
}

const icons = { info: 'info', warn: 'warn', err: 'warn' } as const;

/** An `err` note is read out at once: use it only for a failure of something the reader just asked for. */
export function Note({ kind, title, children, actions, icon, isQuiet = false }: NoteProps) {
  return (
    <div className={`note ${kind}`} role={isQuiet ? 'note' : kind === 'err' ? 'alert' : 'status'}>
      <Icon name={icon ?? icons[kind]} />
      <div className="grow">
        {title && <b>{title}</b>} {children}
        {actions && <div className="fx note-actions">{actions}</div>}
      </div>
    </div>
  );
}
