/** A button that starts a long job and shows how far it is. */
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { Meter } from '../../ui/meter.tsx';
import type { useJob } from './use-job.ts';

interface JobButtonProps {
  readonly job: Pick<ReturnType<typeof useJob>, 'isRunning' | 'progress'>;
  /** What is going on, while it is: 'Tidying…'. */
  readonly running: string;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function JobButton({ job, running, isDisabled = false, onPress, children }: JobButtonProps) {
  const slot = useRef<HTMLDivElement>(null);
  const wasRunning = useRef(job.isRunning);
  useEffect(() => {
    // The focus went with the button while the job ran.
    if (wasRunning.current && !job.isRunning && document.activeElement === document.body) {
      slot.current?.querySelector('button')?.focus();
    }
    wasRunning.current = job.isRunning;
  }, [job.isRunning]);
  return (
    <div className="job-slot" ref={slot}>
      {job.isRunning ? (
        <div className="job" role="status">
          <span className="t2">{running}</span>
          {job.progress && <Meter label={running} done={job.progress.done} total={job.progress.total} />}
        </div>
      ) : (
        <Button size="sm" isDisabled={isDisabled} onPress={onPress}>
          {children}
        </Button>
      )}
    </div>
  );
}
