/** What is kept of one feed, where that differs from the rules for all in Settings › Storage. */
import type { FeedSettings } from '../../../contract/feeds.ts';
import { counted } from '../../lib/numbers.ts';
import { Select } from '../../ui/select.tsx';
import { DetailRow } from './detail-row.tsx';

type Rule = 'keepDays' | 'keepCount' | 'keepMegabytes';

interface Choice {
  readonly value: string;
  readonly label: string;
}

const asInSettings: Choice = { value: '', label: 'As in Settings' };

interface KeepingRule {
  readonly rule: Rule;
  readonly name: string;
  /** What its number counts. */
  readonly unit: string;
  readonly choices: readonly Choice[];
}

const rules: readonly KeepingRule[] = [
  {
    rule: 'keepDays',
    name: 'Keep articles',
    unit: 'days',
    choices: [
      asInSettings,
      amountOf(30, 'days'),
      amountOf(90, 'days'),
      { value: '365', label: '1 year' },
      { value: '36500', label: 'For ever' },
    ],
  },
  {
    rule: 'keepCount',
    name: 'Articles at most',
    unit: 'articles',
    choices: [asInSettings, ...[50, 200, 1000, 5000].map((n) => amountOf(n, 'articles'))],
  },
  {
    rule: 'keepMegabytes',
    name: 'Space at most',
    unit: 'MB',
    choices: [asInSettings, ...[5, 20, 100, 500].map((n) => amountOf(n, 'MB'))],
  },
];

function amountOf(amount: number, unit: string): Choice {
  const one = unit.replace(/s$/, '');
  return { value: String(amount), label: counted(amount, one, unit) };
}

interface FeedKeepingProps {
  readonly settings: FeedSettings;
  readonly onChange: (change: Partial<FeedSettings>) => void;
}

export function FeedKeeping({ settings, onChange }: FeedKeepingProps) {
  return rules.map(({ rule, name, unit, choices }) => {
    const present = settings[rule] === null ? '' : String(settings[rule]);
    // One set elsewhere is shown as it is.
    const isOffered = choices.some(({ value }) => value === present);
    return (
      <DetailRow key={rule} name={name}>
        <Select
          label={name}
          hideLabel
          value={present}
          choices={isOffered ? choices : [...choices, amountOf(Number(present), unit)]}
          onChange={(value) => onChange({ [rule]: value === '' ? null : Number(value) })}
        />
      </DetailRow>
    );
  });
}
