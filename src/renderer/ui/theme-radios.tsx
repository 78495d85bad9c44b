/** The four themes as small pictures of the window, one of them chosen. */
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { Settings } from '../../contract/settings.ts';
import { classNames } from '../lib/class-names.ts';
import './theme-radios.css';

const themes = [
  { theme: 'system', name: 'System' },
  { theme: 'light', name: 'Light' },
  { theme: 'paper', name: 'Paper' },
  { theme: 'dark', name: 'Dark' },
] as const satisfies readonly { readonly theme: Settings['theme']; readonly name: string }[];

interface ThemeRadiosProps {
  readonly theme: Settings['theme'];
  readonly onChange: (theme: Settings['theme']) => void;
  readonly className?: string;
}

export function ThemeRadios({ theme, onChange, className }: ThemeRadiosProps) {
  return (
    <RadioGroup
      className={classNames('tpick', className)}
      aria-label="Theme"
      orientation="horizontal"
      value={theme}
      onChange={(next) => onChange(next as Settings['theme'])}
    >
      {themes.map((choice) => (
        <Radio key={choice.theme} value={choice.theme} className={`tp tp-${choice.theme}`}>
          <i aria-hidden="true" />
          {choice.name}
        </Radio>
      ))}
    </RadioGroup>
  );
}
