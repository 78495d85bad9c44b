/** What became of an imported list: sums, each feed as it is fetched, what was left out and why; and the way back. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import { navigate } from '../../app/navigation.ts';
import { toastFailure, undo } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { useFeeds, useFolders, useRefreshState } from '../../client/library.ts';
import { forgetImport, type SubscriptionImport } from '../../client/subscription-import.ts';
import { classNames } from '../../lib/class-names.ts';
import { count, counted, exactCount } from '../../lib/numbers.ts';
import { saveTextFile } from '../../lib/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Meter } from '../../ui/meter.tsx';
import { FeedRow, LeftOutRow } from './outcome-rows.tsx';
import { importSums, isChecked, isInTrouble, outcomeWords, reportText } from './report-text.ts';

type Done = Extract<SubscriptionImport, { readonly state: 'done' }>;

/** What went well is told in full up to here; what did not always is. */
const mostGoodRows = 100;

export function ImportOutcome({ done }: { readonly done: Done }) {
  const { report, name } = done;
  const added = useAdded(done);
  const folders = useFolders();
  const isRunning = useRefreshState()?.running === true;
  const checked = added.filter(isChecked).length;
  const failed = added.filter(isInTrouble);
  const good = added.filter((feed) => !isInTrouble(feed));
  const hasMoved = ({ id, url }: FeedSummary) => done.added.get(id) !== url;
  const moved = added.filter(hasMoved).length;
  const sums = importSums(report, added, moved);
  const isChecking = isRunning && checked < added.length;
  return (
    <section aria-labelledby="import-name">
      <div className="fx">
        <h2 id="import-name" className="grow im-name">
          {name}
        </h2>
        <span className="t2 num" role="status">
          {isChecking ? `Checking ${exactCount(checked)} of ${exactCount(added.length)}` : outcomeWords(report, added)}
        </span>
        {isChecking && (
          <Button size="sm" onPress={() => void stopChecking()}>
            Stop
          </Button>
        )}
      </div>
      {isChecking && <Meter label="Checking feeds" done={checked} total={added.length} />}
      <dl className="im-sums num">
        <Sum value={sums.added} name="added" />
        <Sum value={sums.already} name="already here" />
        <Sum value={sums.joined} name="moved or joined" />
        <Sum value={sums.failed} name="failed" isBad />
        {sums.leftOut > 0 && <Sum value={sums.leftOut} name="left out" />}
      </dl>
      <ul className="im-log">
        {numbered(report.skipped).map(({ number, line }) => (
          <LeftOutRow key={number} line={line} />
        ))}
        {[...failed, ...good.slice(0, mostGoodRows)].map((feed) => (
          <FeedRow
            key={feed.id}
            feed={feed}
            folder={folders.find(({ id }) => id === feed.folderId)?.name}
            hasMoved={hasMoved(feed)}
          />
        ))}
        {good.length > mostGoodRows && (
          <li className="t2 num">
            and {counted(good.length - mostGoodRows, 'more feed', 'more feeds')} without trouble
          </li>
        )}
      </ul>
      <End report={report} text={() => reportText(name, { report, feeds: added, moved })} />
    </section>
  );
}

async function stopChecking(): Promise<void> {
  const result = await client.call('feeds.cancelRefresh', {});
  if (!result.ok) toastFailure(result.error.message);
}

/** Two lines may be the same in every word. */
function numbered<Line>(lines: readonly Line[]): readonly { readonly number: number; readonly line: Line }[] {
  return lines.map((line, number) => ({ number, line }));
}

function useAdded({ added }: Done): readonly FeedSummary[] {
  return useFeeds().filter(({ id }) => added.has(id));
}

function Sum({
  value,
  name,
  isBad = false,
}: {
  readonly value: number;
  readonly name: string;
  readonly isBad?: boolean;
}) {
  return (
    <div>
      <dt className="t2">{name}</dt>
      <dd className={classNames(isBad && value > 0 && 'is-bad')}>{count(value)}</dd>
    </div>
  );
}

function End({ report, text }: { readonly report: Done['report']; readonly text: () => string }) {
  const { operationId } = report;
  return (
    <div className="fx im-end">
      <Button icon="export" onPress={() => saveTextFile('Import report.txt', text(), 'text/plain')}>
        Save report
      </Button>
      {operationId !== null && (
        <Button
          kind="ghost"
          onPress={() => {
            undo(operationId);
            forgetImport();
          }}
        >
          Undo this import
        </Button>
      )}
      <span className="grow" />
      <Button
        kind="primary"
        onPress={() => {
          forgetImport();
          navigate({ screen: 'today', view: 'today' });
        }}
      >
        Done
      </Button>
    </div>
  );
}
