/** On or off, at once. Give it words, or an `aria-label` where they stand apart. */
import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch';
import { classNames } from '../lib/class-names.ts';

interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'children'> {
  readonly children?: ReactNode;
}

export function Switch({ children, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="sw-label">
      {({ isSelected }) => (
        <>
          <span className={classNames('sw', isSelected && 'on')} />
          {children}
        </>
      )}
    </AriaSwitch>
  );
}
