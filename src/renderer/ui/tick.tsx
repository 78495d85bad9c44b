/** A box to tick, with its words. Also shows 'some of them' as a mixed state. */
import type { ReactNode } from 'react';
import { Checkbox, type CheckboxProps } from 'react-aria-components/Checkbox';
import { classNames } from '../lib/class-names.ts';
import { Icon } from './icon.tsx';

interface TickProps extends Omit<CheckboxProps, 'className' | 'children'> {
  readonly children?: ReactNode;
}

export function Tick({ children, ...rest }: TickProps) {
  return (
    <Checkbox {...rest} className="tick-label">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={classNames('tick', (isSelected || isIndeterminate) && 'on')}>
            {isIndeterminate ? <span className="tick-some" /> : isSelected && <Icon name="check" />}
          </span>
          {children}
        </>
      )}
    </Checkbox>
  );
}
