/** Test this feed: one whole request, with what came and what was made of it. */
import { useEffect, useRef, useState } from 'react';
import type { FeedId } from '../../../contract/ids.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { client } from '../../client/client.ts';
import { exactCount, fileSize } from '../../lib/numbers.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';

type Trial = OutputOf<'feeds.try'>;
type Answer = { readonly trial: Trial } | { readonly failure: string };

interface FeedTrialProps {
  readonly id: FeedId;
  readonly onClose: () => void;
}

export function FeedTrial({ id, onClose }: FeedTrialProps) {
  const { answer, tryAgain } = useTrial(id);
  const isSlow = useSlow(answer === null);
  return (
    <div className="trial" aria-busy={answer === null}>
      <div role="status">
        {answer === null && (isSlow ? <p className="t2">Asking the feed’s host…</p> : null)}
        {answer && 'failure' in answer && <Note kind="err">{answer.failure}</Note>}
        {answer && 'trial' in answer && <Verdict trial={answer.trial} />}
      </div>
      {answer && 'trial' in answer && <Findings trial={answer.trial} />}
      <div className="fx">
        <Button size="sm" isDisabled={answer === null} onPress={tryAgain}>
          Try again
        </Button>
        <Button size="sm" kind="ghost" onPress={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}

/** Asks once when it is shown, and again only by wish: the request is an unconditional one. */
function useTrial(id: FeedId) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [round, setRound] = useState(0);
  const asked = useRef(-1);
  useEffect(() => {
    if (asked.current === round) return;
    asked.current = round;
    void client.call('feeds.try', { id }).then((result) => {
      setAnswer(result.ok ? { trial: result.value } : { failure: result.error.message });
    });
  }, [id, round]);
  const tryAgain = () => {
    setAnswer(null);
    setRound(round + 1);
  };
  return { answer, tryAgain };
}

function Verdict({ trial }: { readonly trial: Trial }) {
  const words = trial.message || 'The host answered that nothing has changed.';
  if (trial.code !== null) return <Note kind="err">{words}</Note>;
  return (
    <Note kind={trial.repairs.length > 0 ? 'warn' : 'info'} icon={trial.repairs.length > 0 ? 'warn' : 'check'}>
      {words}
    </Note>
  );
}

function Findings({ trial }: { readonly trial: Trial }) {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Status', trial.status === null ? null : `HTTP ${trial.status}`],
    ['Address', trial.finalUrl],
    ['Type', trial.contentType],
    ['Format', trial.format],
    ['Title', trial.title],
    ['Articles', trial.format === null ? null : exactCount(trial.articleCount)],
    ['Size', trial.sizeBytes > 0 ? fileSize(trial.sizeBytes) : null],
    ['Time', `${exactCount(Math.round(trial.ms))} ms`],
  ];
  return (
    <>
      <dl className="details-facts trial-facts num">
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ),
        )}
      </dl>
      <Lines title="Repaired" lines={trial.repairs} />
      <Lines title="Newest headlines" lines={trial.headlines} />
      {trial.start !== '' && (
        <details>
          <summary>Start of the text</summary>
          {/* Long lines are scrolled, also by keyboard. */}
          <pre className="mono" tabIndex={0}>
            {trial.start}
          </pre>
        </details>
      )}
    </>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {[...new Set(lines)].map((line) => (
          <li key={line} dir="auto">
            {line || 'Without a title'}
          </li>
        ))}
      </ul>
    </>
  );
}
