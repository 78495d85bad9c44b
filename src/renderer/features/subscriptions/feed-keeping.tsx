/** What is kept of one feed, where that differs from the rules for all in Settings › Storage. */
import type { FeedSettings } from '../../../contract/feeds.ts';
import { Select } from '../../ui/select.tsx';
import { DetailRow } from './detail-row.tsx';

type Rule = 'keepDays' | 'keepCount' | 'keepMegabytes';

interface Choice {
  readonly value: string;
  readonly label: string;
}

const asInSettings: Choice = { value: '', label: 'As in Settings' };

const rules: readonly { readonly rule: Rule; readonly name: string; readonly choices: readonly Choice[] }[] = [
  {
    rule: 'keepDays',
    name: 'Keep articles',
    choices: [
      asInSettings,
      { value: '30', label: '30 days' },
      { value: '90', label: '90 days' },
      { value: '365', label: '1 year' },
      { value: '36500', label: 'For ever' },
    ],
  },
  {
    rule: 'keepCount',
    name: 'Keep at most',
    choices: [asInSettings, ...[50, 200, 1000, 5000].map((n) => ({ value: `${n}`, label: `${n} articles` }))],
  },
  {
    rule: 'keepMegabytes',
    name: 'Room at most',
    choices: [asInSettings, ...[5, 20, 100, 500].map((n) => ({ value: `${n}`, label: `${n} MB` }))],
  },
];

interface FeedKeepingProps {
  readonly settings: FeedSettings;
  readonly onChange: (change: Partial<FeedSettings>) => void;
}

export function FeedKeeping({ settings, onChange }: FeedKeepingProps) {
  return rules.map(({ rule, name, choices }) => {
    const present = settings[rule] === null ? '' : String(settings[rule]);
    // One set elsewhere is shown as it is.
    const isOffered = choices.some(({ value }) => value === present);
    return (
      <DetailRow key={rule} name={name}>
        <Select
          label={name}
          hideLabel
          value={present}
          choices={isOffered ? choices : [...choices, { value: present, label: present }]}
          onChange={(value) => onChange({ [rule]: value === '' ? null : Number(value) })}
        />
      </DetailRow>
    );
  });
}
