/** A page or pane with nothing in it: says so, and always what to do. */
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  /** Whether something is wrong, or was finished. */
  readonly tone?: 'plain' | 'bad' | 'good';
  readonly children?: ReactNode;
  /** Buttons: what to do. */
  readonly actions?: ReactNode;
}

export function Empty({ icon, title, tone = 'plain', children, actions }: EmptyProps) {
  return (
    <div className={`mid is-${tone}`}>
      <Icon name={icon} size="l" />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {actions && <div className="fx">{actions}</div>}
    </div>
  );
}
