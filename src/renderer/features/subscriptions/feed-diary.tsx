/** What became of each check, newest first, in words. */
import type { DiaryLine, FeedSummary } from '../../../contract/feeds.ts';
import { useSettings } from '../../client/settings.ts';
import { useAsk } from '../../client/use-ask.ts';
import { classNames } from '../../lib/class-names.ts';
import { counted, exactCount, fileSize } from '../../lib/numbers.ts';
import { bylineDate, clockTime, dayHead } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { nextCheck } from './check-times.ts';
import { diaryLines } from './feed-status.tsx';

const marks: Readonly<Record<DiaryLine['outcome'], IconName>> = {
  new: 'plus',
  unchanged: 'check',
  failed: 'warn',
  skipped: 'clock',
  moved: 'right',
  repaired: 'info',
  stopped: 'x',
};

export function FeedDiary({ feed }: { readonly feed: FeedSummary }) {
  const { data: lines, error } = useAsk('feeds.diary', { id: feed.id, limit: diaryLines }, { keepPrevious: true });
  const now = useNow();
  const byHand = useSettings()?.refreshMinutes === null;
  if (error) return <p className="t2">{error.message}</p>;
  if (!lines) return null;
  return (
    <ol className="diary">
      <li className="t2">
        <Icon name="clock" size="s" />
        <span>Next refresh: {lowerFirst(nextCheck(feed, { now, byHand }))}.</span>
      </li>
      {lines.map((line) => (
        <Line key={`${line.at} ${line.outcome} ${line.message}`} line={line} now={now} />
      ))}
      {lines.length === 0 && <li className="t2">This feed has not been checked yet.</li>}
    </ol>
  );
}

function Line({ line, now }: { readonly line: DiaryLine; readonly now: number }) {
  const isBad = line.outcome === 'failed' || line.outcome === 'stopped';
  return (
    <li className={classNames(isBad && 'is-bad')}>
      <Icon name={marks[line.outcome]} size="s" />
      <div className="grow">
        <p>{wordsOf(line)}</p>
        <p className="t3 num">
          <time dateTime={new Date(line.at).toISOString()} title={bylineDate(line.at, now)}>
            {dayHead(line.at, now)} {clockTime(line.at)}
          </time>
          {factsOf(line).map((fact) => (
            <span key={fact}> · {fact}</span>
          ))}
        </p>
      </div>
    </li>
  );
}

const plain: Readonly<Partial<Record<DiaryLine['outcome'], string>>> = {
  new: 'New articles were stored.',
  unchanged: 'Nothing new.',
  skipped: 'Left out this time.',
};

function wordsOf({ outcome, message }: DiaryLine): string {
  return message || plain[outcome] || 'Checked.';
}

function factsOf({ status, added, ms, sizeBytes }: DiaryLine): readonly string[] {
  return [
    added > 0 && counted(added, 'new article', 'new articles'),
    status !== null && `HTTP ${status}`,
    sizeBytes !== null && sizeBytes > 0 && fileSize(sizeBytes),
    ms !== null && (ms < 1000 ? `${exactCount(Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`),
  ].filter((fact) => typeof fact === 'string');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}
