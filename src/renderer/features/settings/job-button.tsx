/** A button that starts a long job and shows how far it is. */
import type { ReactNode } from 'react';
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
  if (!job.isRunning) {
    return (
      <Button size="sm" isDisabled={isDisabled} onPress={onPress}>
        {children}
      </Button>
    );
  }
  return (
    <div className="job" role="status">
      <span className="t2">{running}</span>
      {job.progress && <Meter label={running} done={job.progress.done} total={job.progress.total} />}
    </div>
  );
}
