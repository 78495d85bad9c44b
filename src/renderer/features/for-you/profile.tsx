/** What was learned about the reader's taste, as chips: to be seen, changed, taken away and forgotten. */
import { useEffect, useState } from 'react';
import type { ProfileChip } from '../../../contract/for-you.ts';
import { canTakeBack, forgetEverything, takeBackLast } from '../../app/reasons.ts';
import { setSettings } from '../../app/set-settings.ts';
import { toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { useSettings } from '../../client/settings.ts';
import { useAsk } from '../../client/use-ask.ts';
import { exactCount } from '../../lib/numbers.ts';
import { saveTextFile } from '../../lib/save-file.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import { asLearnedNow } from './as-learned-now.ts';
import { Chip } from './chip.tsx';
import './profile.css';

/** The strongest of each group; the others are asked for. */
const chipsAtOnce = 12;

export function Profile() {
  // The answer says all that the page shows: of the model itself one row is enough.
  const { data, error, isPending, refetch } = useAsk('forYou.profile', { limit: 1 });
  const isSlow = useSlow(isPending);
  // What was read since it was last open has taught something.
  useEffect(() => void asLearnedNow(), []);
  const isEmpty = data !== undefined && data.topics.length + data.titles.length + data.authors.length === 0;
  return (
    <div className="prf">
      <h2 className="prf-title">What you seem to like</h2>
      <p className="t2">Learnt from what you open, finish and star. Kept on this computer, never sent.</p>
      <LearnSwitch />
      {isSlow && <SkeletonRows rows={6} />}
      {error && (
        <Empty
          icon="warn"
          title="The profile could not be read"
          actions={<Button onPress={() => void refetch()}>Try again</Button>}
        >
          {error.failure.message}
        </Empty>
      )}
      {isEmpty && (
        <Empty icon="spark" title="Nothing is learnt yet">
          Open, finish or star articles, and what they have in common appears here.
        </Empty>
      )}
      {data && (
        <>
          <Group name="Topics" chips={data.topics} />
          <Group name="Titles" chips={data.titles} />
          <Group name="Authors" chips={data.authors} />
        </>
      )}
      <Foot hasLearned={(data?.signals ?? 0) > 0 || data?.total !== 0} />
    </div>
  );
}

function LearnSwitch() {
  const isOn = useSettings()?.forYou ?? true;
  const set = (forYou: boolean) => {
    setSettings({ forYou });
  };
  return (
    <div className="prf-switch">
      <div className="grow">
        <b id="learn-from-reading">Learn from what I read</b>
        <span className="t2">{isOn ? 'On: For you is chosen by it.' : 'Off: For you is newest first.'}</span>
      </div>
      <Switch aria-labelledby="learn-from-reading" isSelected={isOn} onChange={set} />
    </div>
  );
}

function Group({ name, chips }: { readonly name: string; readonly chips: readonly ProfileChip[] }) {
  const [isWhole, setWhole] = useState(false);
  if (chips.length === 0) return null;
  const id = `profile-${name}`;
  return (
    <section aria-labelledby={id}>
      <div className="prf-h">
        <h3 id={id}>{name}</h3>
        {chips.length > chipsAtOnce && (
          <button type="button" className="link link-button" onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Fewer' : `All ${exactCount(chips.length)}`}
          </button>
        )}
      </div>
      <div className="pchs">
        {(isWhole ? chips : chips.slice(0, chipsAtOnce)).map((chip) => (
          <Chip key={chip.feature} chip={chip} />
        ))}
      </div>
    </section>
  );
}

function Foot({ hasLearned }: { readonly hasLearned: boolean }) {
  const [isErasing, setErasing] = useState(false);
  return (
    <div className="prf-f">
      <Button size="sm" isDisabled={!canTakeBack()} onPress={() => void takeBackLast()}>
        Undo the last change
      </Button>
      <Button size="sm" icon="export" onPress={() => void exportProfile()}>
        Export
      </Button>
      <span className="grow" />
      <Button size="sm" kind="danger" isDisabled={!hasLearned} onPress={() => setErasing(true)}>
        Forget everything learnt…
      </Button>
      {isErasing && <ForgetDialog onClose={() => setErasing(false)} />}
    </div>
  );
}

function ForgetDialog({ onClose }: { readonly onClose: () => void }) {
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button
        kind="danger"
        onPress={() => {
          onClose();
          void forgetEverything(() => void asLearnedNow());
        }}
      >
        Forget everything
      </Button>
    </>
  );
  return (
    <Dialog middle title="Forget everything learnt?" onClose={onClose} footer={footer}>
      <div className="dlg-b">
        <p>For you begins anew, newest first. You can undo it for a day; after that it is deleted for good.</p>
      </div>
    </Dialog>
  );
}

async function exportProfile(): Promise<void> {
  const result = await client.call('forYou.export', {});
  if (result.ok) saveTextFile(result.value.fileName, result.value.text, 'application/json');
  else toastFailure(result.error.message);
}
