/** At most so many unread articles a day from one feed; the rest arrive read. */
import { useEffect, useState } from 'react';
import { DetailRow } from './detail-row.tsx';

interface DailyCapProps {
  readonly cap: number | null;
  readonly onChange: (cap: number | null) => void;
}

export function DailyCap({ cap, onChange }: DailyCapProps) {
  const [typed, setTyped] = useState(cap === null ? '' : String(cap));
  useEffect(() => setTyped(cap === null ? '' : String(cap)), [cap]);
  const finish = () => {
    const number = typed.trim() === '' ? null : Math.floor(Number(typed));
    if (number !== null && !(number >= 1)) setTyped(cap === null ? '' : String(cap));
    else if (number !== cap) onChange(number);
  };
  return (
    <DetailRow name="Unread a day" about="The rest arrive as read. Empty: no limit">
      <input
        className="input detail-number num"
        aria-label="At most so many unread articles a day"
        inputMode="numeric"
        placeholder="No limit"
        value={typed}
        onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
        }}
      />
    </DetailRow>
  );
}
