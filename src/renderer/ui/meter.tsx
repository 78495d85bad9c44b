/** A thin bar that fills as a job goes on. */
import { ProgressBar } from 'react-aria-components/ProgressBar';

export function Meter({
  label,
  done,
  total,
}: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}) {
  return (
    <ProgressBar aria-label={label} value={done} maxValue={Math.max(total, 1)} className="meter">
      {({ percentage }) => <i style={{ width: `${percentage ?? 0}%` }} />}
    </ProgressBar>
  );
}
