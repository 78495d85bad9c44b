/** Everything that was learned about the reader's taste: to be seen, changed, taken away and erased. */
import { useState } from 'react';
import type { OutputOf } from '../../../contract/index.ts';
import { toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../client/use-ask.ts';
import { counted, exactCount } from '../../lib/numbers.ts';
import { saveTextFile } from '../../lib/save-file.ts';
import { fullDate } from '../../lib/times.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { asLearnedNow } from './as-learned-now.ts';
import { FeatureRow } from './feature-row.tsx';

type Shown = OutputOf<'forYou.profile'>;

/** Rows drawn at first, and with each step on: each has a slider and a switch. */
const rowsAtOnce = 200;
/** The most that the core answers at once. */
const allRead = 20_000;

export function Profile() {
  const [words, setWords] = useState('');
  const [shown, setShown] = useState(rowsAtOnce);
  const wanted = words.trim().toLowerCase();
  // The strongest are there at once; whoever looks for one, or goes on, has all of them read.
  const limit = wanted === '' && shown === rowsAtOnce ? rowsAtOnce : allRead;
  const { data, error, isPending, isPlaceholderData, refetch } = useAsk(
    'forYou.profile',
    { limit },
    { keepPrevious: true },
  );
  const isSlow = useSlow(isPending);
  const found = (data?.features ?? []).filter(({ label, kind }) => `${label} ${kind}`.toLowerCase().includes(wanted));
  const left = (isPlaceholderData || wanted === '' ? (data?.total ?? 0) : found.length) - shown;
  return (
    <>
      <Head profile={data} />
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
      {data && data.features.length === 0 && (
        <Empty icon="spark" title="Nothing is learned yet">
          Star, finish or open articles, and what they have in common appears here.
        </Empty>
      )}
      {data && data.features.length > 0 && (
        <Features features={found.slice(0, shown)} isSearching={isPlaceholderData} words={words} onWords={setWords} />
      )}
      {found.length > 0 && left > 0 && (
        <div className="fyp-more">
          <Button size="sm" onPress={() => setShown(shown + rowsAtOnce)}>
            Show {exactCount(Math.min(left, rowsAtOnce))} more of {exactCount(left)}
          </Button>
        </div>
      )}
    </>
  );
}

function Head({ profile }: { readonly profile: Shown | undefined }) {
  const [isErasing, setErasing] = useState(false);
  return (
    <div className="fyp-head">
      <div className="grow">
        <h2>Your profile</h2>
        <p className="t2">
          {profile && profile.signals > 0
            ? `Learned from ${counted(profile.signals, 'thing', 'things')} you did${profile.since === null ? '' : ` since ${fullDate(profile.since)}`}. `
            : ''}
          Kept on this computer only. What you set by hand, learning leaves alone.
        </p>
      </div>
      <Button size="sm" icon="export" onPress={() => void exportProfile()}>
        Export
      </Button>
      <Button size="sm" kind="danger" isDisabled={!profile || profile.total === 0} onPress={() => setErasing(true)}>
        Erase…
      </Button>
      {isErasing && <EraseDialog onClose={() => setErasing(false)} />}
    </div>
  );
}

function EraseDialog({ onClose }: { readonly onClose: () => void }) {
  const erase = async () => {
    onClose();
    const result = await client.call('forYou.erase', {});
    if (!result.ok) toastFailure(result.error.message);
    await asLearnedNow();
  };
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button kind="danger" onPress={() => void erase()}>
        Erase the profile
      </Button>
    </>
  );
  return (
    <Dialog middle title="Erase your profile?" onClose={onClose} footer={footer}>
      <div className="dlg-b">
        <p>Everything that was learned is forgotten, and For you begins in time order again. This cannot be undone.</p>
      </div>
    </Dialog>
  );
}

async function exportProfile(): Promise<void> {
  const result = await client.call('forYou.export', {});
  if (result.ok) saveTextFile(result.value.fileName, result.value.text, 'application/json');
  else toastFailure(result.error.message);
}

interface FeaturesProps {
  readonly features: Shown['features'];
  /** More may be found still. */
  readonly isSearching: boolean;
  readonly words: string;
  readonly onWords: (words: string) => void;
}

function Features({ features, isSearching, words, onWords }: FeaturesProps) {
  return (
    <>
      <div className="fyp-find">
        <TextField aria-label="Find in the profile" placeholder="Find" icon="search" value={words} onChange={onWords} />
      </div>
      <div className="fyp-table">
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" className="hide-narrow">
                Kind
              </th>
              <th scope="col">Speaks for or against</th>
              <th scope="col">In For you</th>
              <th scope="col">
                <span className="vh">Forget</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {features.map((feature) => (
              <FeatureRow key={feature.feature} feature={feature} />
            ))}
          </tbody>
        </table>
      </div>
      {features.length === 0 && !isSearching && <p className="t2 fyp-none">Nothing in the profile has these words.</p>}
    </>
  );
}
