/** Step 2: how it looks. Each choice takes effect at once, so that the window itself is the preview. */
import { useId } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { Settings } from '../../../contract/settings.ts';
import { setSettings } from '../../app/set-settings.ts';
import { useSettings } from '../../client/settings.ts';
import { classNames } from '../../lib/class-names.ts';
import { ThemeRadios } from '../../ui/theme-radios.tsx';

interface LookChoice<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly about: string;
}

const densities: readonly LookChoice<Settings['density']>[] = [
  { value: 'compact', name: 'Compact', about: 'A headline to a line' },
  { value: 'comfortable', name: 'Comfortable', about: 'With the first words' },
  { value: 'cards', name: 'Cards', about: 'With large pictures' },
];

export function StepLook() {
  const settings = useSettings();
  if (!settings) return null;
  return (
    <>
      <h2>How would you like it to look?</h2>
      <p className="t2 fr-lead">All of this can be changed at any time: T opens theme and text, D changes the list.</p>
      <h3>Theme</h3>
      <ThemeRadios theme={settings.theme} onChange={(theme) => setSettings({ theme })} className="fr-themes" />
      <LookChoices
        label="Lists"
        choices={densities}
        value={settings.density}
        onChange={(density) => setSettings({ density })}
      />
    </>
  );
}

interface LookChoicesProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly LookChoice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function LookChoices<Value extends string>({ label, choices, value, onChange }: LookChoicesProps<Value>) {
  const id = useId();
  return (
    <RadioGroup value={value} onChange={(next) => onChange(next as Value)}>
      <Label className="fr-label">{label}</Label>
      <div className="fr-looks">
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className="fr-look"
            aria-label={choice.name}
            aria-describedby={`${id}${choice.value}`}
          >
            {({ isSelected }) => (
              <>
                <span className={classNames('radio', isSelected && 'on')} />
                <span>
                  <b>{choice.name}</b>
                  <span className="t2" id={`${id}${choice.value}`}>
                    {choice.about}
                  </span>
                </span>
              </>
            )}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
