/** What the reader did in the last 30 days. Each step can be undone alone, whatever came after it. */
import { useState } from 'react';
import type { HistoryStep } from '../../../contract/operations.ts';
import { toggleSidebar } from '../../app/panes.ts';
import { redo, undo } from '../../app/undo.ts';
import { useAsk } from '../../client/use-ask.ts';
import { exactCount } from '../../lib/numbers.ts';
import { clockTime, dayHead } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { ScreenBar } from '../../ui/screen-bar.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import './history.css';

type Shown = 'all' | HistoryStep['group'];

const choices = [
  { value: 'all', label: 'All' },
  { value: 'reading', label: 'Reading' },
  { value: 'feeds', label: 'Feeds' },
  { value: 'other', label: 'Other' },
] as const satisfies readonly { readonly value: Shown; readonly label: string }[];

const icons: Readonly<Record<HistoryStep['group'], IconName>> = { reading: 'checks', feeds: 'folder', other: 'pencil' };

export function Screen() {
  const [shown, setShown] = useState<Shown>('all');
  const { data, error } = useAsk('operations.history', {});
  const steps = (data ?? []).filter(({ group }) => shown === 'all' || group === shown);
  return (
    <>
      <ScreenBar title="History" detail="30 days" onShowSidebar={toggleSidebar}>
        <Segmented label="Show" value={shown} choices={choices} onChange={setShown} />
      </ScreenBar>
      <section className="scroll" data-region-part="list" tabIndex={0} aria-label="History">
        <div className="history">
          {error && <p className="t2">{error.failure.message}</p>}
          {data && steps.length === 0 && (
            <Empty icon="clock" title="Nothing done yet">
              What you mark, move, rename or remove is listed here for 30 days, and each step can be undone.
            </Empty>
          )}
          {steps.length > 0 && <p className="t2">Each step can be undone alone, whatever came after it.</p>}
          <Days steps={steps} />
        </div>
      </section>
    </>
  );
}

function Days({ steps }: { readonly steps: readonly HistoryStep[] }) {
  const now = useNow();
  const days = Map.groupBy(steps, ({ at }) => dayHead(at, now));
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-label={day}>
      <h2>{day}</h2>
      <ul>
        {ofDay.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ul>
    </section>
  ));
}

function Step({ step }: { readonly step: HistoryStep }) {
  const { label, articles, free } = step;
  const kept = articles - free;
  const isPartly = step.turn === 'undo' && kept > 0;
  return (
    <li>
      <Icon name={icons[step.group]} />
      <div className="grow">
        {step.undone ? <s className="t3">{label}</s> : <b>{label}</b>}
        {isPartly && <span className="t3">{exactCount(kept)} changed again since; what came later stays</span>}
      </div>
      <span className="t3 num">{clockTime(step.at)}</span>
      <span className="history-turn">
        <Turn step={step} isPartly={isPartly} />
      </span>
    </li>
  );
}

function Turn({ step, isPartly }: { readonly step: HistoryStep; readonly isPartly: boolean }) {
  const { id, label, free, articles } = step;
  if (step.turn === null) return <span className="t3">Undone</span>;
  if (step.turn === 'redo')
    return (
      <Button size="sm" kind="ghost" aria-label={`Redo: ${label}`} onPress={() => redo(id)}>
        Redo
      </Button>
    );
  if (articles > 0 && free === 0) return <span className="t3">Changed again since</span>;
  const words = isPartly ? `Undo ${exactCount(free)}` : 'Undo';
  return (
    <Button size="sm" aria-label={`${words}: ${label}`} onPress={() => undo(id)}>
      {words}
    </Button>
  );
}
