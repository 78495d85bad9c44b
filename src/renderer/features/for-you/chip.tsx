/** One thing that was learned, as a chip: its menu says more, normal or less, mutes it, or forgets it. */
import { Button } from 'react-aria-components/Button';
import type { ProfileChip, TasteStance } from '../../../contract/for-you.ts';
import { forgetThing, muteThing, muteTopic, setStance } from '../../app/reasons.ts';
import { ThingSign } from '../../app/why-line.tsx';
import { classNames } from '../../lib/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton, type MenuGroups } from '../../ui/menu.tsx';
import { asLearnedNow } from './as-learned-now.ts';

const signs = { more: 'up', normal: null, less: 'down' } as const;
const stanceWords: Readonly<Record<TasteStance, string>> = { more: 'More', normal: 'Normal', less: 'Less' };
const weekDays = 7;

export function Chip({ chip }: { readonly chip: ProfileChip }) {
  const { label, stance, muted } = chip;
  const sign = muted ? 'bell-off' : signs[stance];
  return (
    <MenuButton label={label} groups={menuOf(chip)}>
      <Button className={classNames('pch', !muted && stance, muted && 'less')} data-feature={chip.feature}>
        {chip.kind === 'title' && <ThingSign thing={chip} />}
        <span className="trunc">{label}</span>
        <span className="vh">{muted ? 'muted' : stance}</span>
        {sign && <Icon name={sign} />}
      </Button>
    </MenuButton>
  );
}

function menuOf(chip: ProfileChip): MenuGroups {
  const { feature, kind, label, stance, muted } = chip;
  const changed = () => void asLearnedNow();
  const stanceEntries = (['more', 'normal', 'less'] as const).map((each) => ({
    id: each,
    label: stanceWords[each],
    ...(signs[each] === null ? {} : { icon: signs[each] }),
    chosen: !muted && stance === each,
    run: () => void setStance(chip, each, changed),
  }));
  const mute =
    kind === 'topic' && !muted
      ? {
          id: 'mute',
          icon: 'bell-off' as const,
          label: 'Mute for a week',
          run: () => void muteTopic(label, weekDays, changed),
        }
      : {
          id: 'mute',
          icon: muted ? ('bell' as const) : ('bell-off' as const),
          label: muted ? 'Show in For you again' : 'Leave out of For you',
          run: () => void muteThing(chip, !muted, changed),
        };
  const forget = {
    id: 'forget',
    icon: 'bin' as const,
    label: `Forget ${label}`,
    run: () => {
      focusBeside(feature);
      void forgetThing(chip, changed);
    },
  };
  return [stanceEntries, [mute, forget]];
}

/** A moment after a menu closes its button gets the focus back; a chip that goes hands it to the one beside it. */
const menuClosedMs = 120;

function focusBeside(feature: string): void {
  const chip = document.querySelector(`[data-feature="${CSS.escape(feature)}"]`);
  const near = chip?.nextElementSibling ?? chip?.previousElementSibling ?? chip?.closest('[data-region-part]');
  setTimeout(() => {
    if (near instanceof HTMLElement) near.focus({ preventScroll: true });
  }, menuClosedMs);
}
