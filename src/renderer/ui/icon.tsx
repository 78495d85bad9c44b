/** One icon of the app's own set. Always decoration: what it stands on carries the name. */
import { classNames } from '../lib/class-names.ts';
import { type IconName, iconPaths } from './icon-paths.ts';

interface IconProps {
  readonly name: IconName;
  /** s: 14 px, l: 20 px; 16 px otherwise. */
  readonly size?: 's' | 'l' | undefined;
  readonly filled?: boolean;
  readonly className?: string;
}

export function Icon({ name, size, filled = false, className }: IconProps) {
  return (
    <svg
      className={classNames('i', size && `i-${size}`, filled && 'fill', className)}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
