/** At most so many unread articles a day from one feed; the rest arrive read. */
import { useEffect, useRef, useState } from 'react';
import { DetailRow } from './detail-row.tsx';

interface DailyCapProps {
  readonly cap: number | null;
  readonly onChange: (cap: number | null) => void;
}

export function DailyCap({ cap, onChange }: DailyCapProps) {
  const [typed, setTyped] = useState(cap === null ? '' : String(cap));
  /** Enter sends it, and leaving the field a moment later must not send it again. */
  const sent = useRef(cap);
  useEffect(() => {
    sent.current = cap;
    setTyped(cap === null ? '' : String(cap));
  }, [cap]);
  const finish = () => {
    const number = typed.trim() === '' ? null : Math.floor(Number(typed));
    if (number !== null && !(number >= 1)) setTyped(cap === null ? '' : String(cap));
    else if (number !== sent.current) {
      sent.current = number;
      onChange(number);
    }
  };
  return (
    <DetailRow name="New unread a day, at most" about="The rest arrive as read. Empty: no limit">
      <input
        className="input detail-number num"
        aria-label="Most unread articles a day"
        inputMode="numeric"
        maxLength={6}
        placeholder="No limit"
        value={typed}
        onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))}
        onFocus={() => {
          sent.current = cap;
        }}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) finish();
        }}
      />
    </DetailRow>
  );
}
