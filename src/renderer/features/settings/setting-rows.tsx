/** One setting to a row: its name and what it does on the left, its control on the right. */
import type { ReactNode } from 'react';
import type { Settings } from '../../../contract/settings.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useIsFound } from './find-setting.ts';

export interface PageProps {
  readonly settings: Settings;
}

interface RowProps {
  readonly name: string;
  readonly about?: string;
  /** Other words that somebody may look for it by. */
  readonly alias?: string;
}

export function SettingRow({ name, about, alias, children }: RowProps & { readonly children: ReactNode }) {
  if (!useIsFound(name, about, alias)) return null;
  return (
    <div className="opt">
      <div>
        <b>{name}</b>
        {about && <span className="d num">{about}</span>}
      </div>
      {children}
    </div>
  );
}

interface ChoiceRowProps<Value extends string> extends RowProps {
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** Two to four choices, side by side. */
export function ChoiceRow<Value extends string>({ value, choices, onChange, ...row }: ChoiceRowProps<Value>) {
  return (
    <SettingRow {...row} alias={`${row.alias ?? ''} ${choices.map(({ label }) => label).join(' ')}`}>
      <Segmented label={row.name} value={value} choices={choices} onChange={onChange} />
    </SettingRow>
  );
}

/** More choices than fit side by side. */
export function SelectRow<Value extends string>({ value, choices, onChange, ...row }: ChoiceRowProps<Value>) {
  return (
    <SettingRow {...row} alias={`${row.alias ?? ''} ${choices.map(({ label }) => label).join(' ')}`}>
      <Select hideLabel label={row.name} value={value} choices={choices} onChange={onChange} />
    </SettingRow>
  );
}

interface SwitchRowProps extends RowProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function SwitchRow({ isOn, onChange, ...row }: SwitchRowProps) {
  return (
    <SettingRow {...row}>
      <Switch aria-label={row.name} isSelected={isOn} onChange={onChange} />
    </SettingRow>
  );
}
