/** A button with words. One primary to a surface. */
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classNames } from '../lib/class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly kind?: 'primary' | 'plain' | 'ghost' | 'danger';
  readonly size?: 'sm' | 'lg';
  readonly icon?: IconName;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

const kindClass = { primary: 'pri', plain: undefined, ghost: 'ghost', danger: 'danger' } as const;

export function Button({ kind = 'plain', size, icon, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames('btn', kindClass[kind], size, className)}>
      {icon && <Icon name={icon} size="s" />}
      {children}
    </AriaButton>
  );
}
