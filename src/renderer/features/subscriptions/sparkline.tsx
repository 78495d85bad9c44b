/** Twelve weeks of articles as bars. Decoration: the number beside it says how many there are in one. */

interface SparklineProps {
  /** Oldest first; undefined where there was nothing. */
  readonly weeks: readonly number[] | undefined;
  /** Marks weeks without articles: they may be the failure's. */
  readonly isFailing: boolean;
}

const noWeeks: readonly number[] = new Array<number>(12).fill(0);
const step = 7.7;
const barWidth = 5.4;
const fullHeight = 20;

export function Sparkline({ weeks = noWeeks, isFailing }: SparklineProps) {
  const highest = Math.max(1, ...weeks);
  const last = weeks.length - 1;
  return (
    <svg className="spark" viewBox="0 0 92 22" aria-hidden="true">
      {weeks.map((count, week) => {
        const height = count === 0 ? 1 : Math.max(2, (count / highest) * fullHeight);
        const x = Math.round(week * step * 10) / 10;
        return (
          <rect
            key={x}
            className={isFailing && count === 0 ? 'none' : week === last ? 'last' : undefined}
            x={x}
            y={21 - height}
            width={barWidth}
            height={height}
            rx="1"
          />
        );
      })}
    </svg>
  );
}
