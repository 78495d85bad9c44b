/** A button with an icon only: its name and its keys show after 600 ms of rest. */
import { Button, type ButtonProps } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { classNames } from '../lib/class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { keyWords } from './keys.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'children'> {
  readonly icon: IconName;
  /** The accessible name, and what the tooltip says. */
  readonly label: string;
  /** Keys of the same command, shown in the tooltip. */
  readonly keys?: string | undefined;
  /** Set for a toggle: whether it is on. */
  readonly pressed?: boolean;
  readonly filled?: boolean;
  readonly small?: boolean;
  readonly className?: string | undefined;
}

const tooltipDelayMs = 600;

export function IconButton(props: IconButtonProps) {
  const { icon, label, keys, pressed, filled = false, small = false, className, ...rest } = props;
  return (
    <TooltipTrigger delay={tooltipDelayMs} closeDelay={0}>
      <Button
        {...rest}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        className={classNames('btn-i', className)}
      >
        <Icon name={icon} filled={filled} size={small ? 's' : undefined} />
      </Button>
      <Tooltip className="tooltip" offset={4}>
        {label}
        {keys && <kbd>{keyWords(keys).join(' ')}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
