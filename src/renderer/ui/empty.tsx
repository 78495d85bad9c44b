/** A page or pane with nothing in it: says so, and always what to do. */
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons: what to do. */
  readonly actions?: ReactNode;
}

export function Empty({ icon, title, children, actions }: EmptyProps) {
  return (
    <div className="mid">
      <Icon name={icon} size="l" />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {actions && <div className="fx">{actions}</div>}
    </div>
  );
}
