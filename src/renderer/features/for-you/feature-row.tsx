/** One thing that was learned: how much it counts, whether it counts, and forgetting it. */
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../contract/index.ts';
import { toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { signed } from '../../lib/numbers.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Slider } from '../../ui/slider.tsx';
import { Switch } from '../../ui/switch.tsx';
import { asLearnedNow } from './as-learned-now.ts';

type Feature = OutputOf<'forYou.profile'>['features'][number];

/** The core takes no more, either way. */
const most = 5;
/** Until a new profile is drawn. */
const drawnMs = 50;

export function FeatureRow({ feature }: { readonly feature: Feature }) {
  return (
    <tr className={feature.muted ? 'is-muted' : undefined}>
      <th scope="row">
        <span className="trunc fyp-label" title={feature.label}>
          {feature.label}
        </span>
      </th>
      <td className="t3 hide-narrow">{feature.kind}</td>
      <td>
        <Weight feature={feature} />
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
  // While it is set by hand, until the profile says the same.
  const [own, setOwn] = useState<number | null>(null);
  useEffect(() => {
    if (feature) setOwn(null);
  }, [feature]);
  const weight = own ?? feature.weight;
  const set = async (value: number | null) => {
    if (!(await edit({ feature: feature.feature, weight: value }))) setOwn(null);
  };
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
          onChange={setOwn}
          onChangeEnd={(value) => void set(value)}
        />
      </div>
      <span className="num t2">{signed(weight)}</span>
      {feature.byHand && (
        <IconButton
          small
          icon="refresh"
          label={`Set by hand: let ${feature.label} be learned again`}
          onPress={() => void set(null)}
        />
      )}
    </div>
  );
}

interface Change {
  readonly feature: string;
  readonly weight?: number | null;
  readonly muted?: boolean;
}

/** Answers whether it was kept. The row goes to its new place, and what is moved loses the focus: it gets it back. */
async function edit(change: Change): Promise<boolean> {
  const pressed = document.activeElement;
  const row = pressed?.closest('tr');
  const result = await client.call('forYou.editFeature', change);
  if (!result.ok) toastFailure(result.error.message);
  await asLearnedNow();
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    const near = pressed?.isConnected ? pressed : row?.querySelector('input');
    if (near instanceof HTMLElement) near.focus({ preventScroll: true });
  }, drawnMs);
  return result.ok;
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
