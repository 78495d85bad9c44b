/** One thing that was learned: how much it counts, whether it counts, and forgetting it. */
import { useState } from 'react';
import type { OutputOf } from '../../../contract/index.ts';
import { toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Slider } from '../../ui/slider.tsx';
import { Switch } from '../../ui/switch.tsx';
import { asLearnedNow } from './as-learned-now.ts';

type Feature = OutputOf<'forYou.profile'>['features'][number];

/** The core takes no more, either way. */
const most = 5;

export function FeatureRow({ feature }: { readonly feature: Feature }) {
  return (
    <tr className={feature.muted ? 'is-muted' : undefined}>
      <th scope="row">
        <span className="trunc fyp-label">{feature.label}</span>
      </th>
      <td className="t3 hide-narrow">{feature.kind}</td>
      <td>
        <Weight key={feature.weight} feature={feature} />
      </td>
      <td>
        <Switch
          aria-label={`Use ${feature.label} in For you`}
          isSelected={!feature.muted}
          onChange={(isUsed) => void edit({ feature: feature.feature, muted: !isUsed })}
        />
      </td>
      <td className="r">
        <IconButton
          icon="x"
          label={`Forget ${feature.label}`}
          onPress={({ target }) => void forget(feature.feature, target)}
        />
      </td>
    </tr>
  );
}

function Weight({ feature }: { readonly feature: Feature }) {
  const [weight, setWeight] = useState(feature.weight);
  return (
    <div className="fyp-weight">
      <div className="slider">
        <Slider
          label={`How much ${feature.label} counts`}
          value={Math.min(most, Math.max(-most, weight))}
          min={-most}
          max={most}
          step={0.05}
          from={0}
          onChange={setWeight}
          onChangeEnd={(value) => void edit({ feature: feature.feature, weight: value })}
        />
      </div>
      <span className="num t2">
        {weight < 0 ? '−' : '+'}
        {Math.abs(weight).toFixed(2)}
      </span>
      {feature.byHand && (
        <IconButton
          small
          icon="refresh"
          label={`Set by hand: let ${feature.label} be learned again`}
          onPress={() => void edit({ feature: feature.feature, weight: null })}
        />
      )}
    </div>
  );
}

async function edit(change: {
  readonly feature: string;
  readonly weight?: number | null;
  readonly muted?: boolean;
}): Promise<void> {
  const result = await client.call('forYou.editFeature', change);
  if (!result.ok) toastFailure(result.error.message);
  await asLearnedNow();
}

/** The row goes, and the focus that was on its button stands on that of the row at its place. */
async function forget(feature: string, button: Element): Promise<void> {
  const row = button.closest('tr');
  const near = row?.nextElementSibling ?? row?.previousElementSibling;
  const result = await client.call('forYou.erase', { feature });
  if (!result.ok) toastFailure(result.error.message);
  else near?.querySelector<HTMLElement>('td:last-child button')?.focus({ preventScroll: true });
  await asLearnedNow();
}
