/** The one colour that means something, as dots of itself. */
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { Settings } from '../../../contract/settings.ts';
import { setSettings } from './change-setting.ts';

const accents = [
  { accent: 'pine', name: 'Pine' },
  { accent: 'ink', name: 'Ink' },
  { accent: 'claret', name: 'Claret' },
  { accent: 'plum', name: 'Plum' },
] as const satisfies readonly { readonly accent: Settings['accent']; readonly name: string }[];

export function AccentPicker({ accent }: { readonly accent: Settings['accent'] }) {
  return (
    <RadioGroup
      className="sws"
      aria-label="Accent"
      orientation="horizontal"
      value={accent}
      onChange={(next) => setSettings({ accent: next as Settings['accent'] })}
    >
      {accents.map((choice) => (
        <Radio key={choice.accent} value={choice.accent} className={`dot-choice dot-${choice.accent}`}>
          <span className="vh">{choice.name}</span>
        </Radio>
      ))}
      <Radio value="system" className="btn sm match-system">
        Match system
      </Radio>
    </RadioGroup>
  );
}
