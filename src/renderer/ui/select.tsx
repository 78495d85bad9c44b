/** One choice of many, in a list that opens. */
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Icon } from './icon.tsx';

interface SelectProps<Value extends string> {
  readonly label: string;
  /** Keep the label for screen readers only, where the words stand beside it. */
  readonly hideLabel?: boolean;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
}

export function Select<Value extends string>({ label, hideLabel, value, onChange, choices }: SelectProps<Value>) {
  return (
    <AriaSelect
      className="field"
      {...(hideLabel ? { 'aria-label': label } : {})}
      value={value}
      onChange={(next) => onChange(String(next) as Value)}
    >
      {!hideLabel && <Label>{label}</Label>}
      <Button className="input sel-button">
        <SelectValue />
        <Icon name="down" size="s" />
      </Button>
      <Popover className="pop menu-pop" offset={4}>
        <ListBox className="menu" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.label} className="menu-item">
              {choice.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
