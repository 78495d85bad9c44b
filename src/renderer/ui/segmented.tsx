/** One choice of two to four that stand side by side: a radio group. */
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { classNames } from '../lib/class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly icon?: IconName }[];
  /** Fill the width, each choice the same. */
  readonly wide?: boolean;
}

export function Segmented<Value extends string>({ label, value, onChange, choices, wide }: SegmentedProps<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      className={classNames('seg', wide && 'seg-wide')}
      value={value}
      onChange={(next) => onChange(next as Value)}
    >
      {choices.map((choice) => (
        <Radio key={choice.value} value={choice.value}>
          {choice.icon && <Icon name={choice.icon} size="s" />}
          {choice.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
