/** One setting of a feed: its name, what it does, and its control. */
import type { ReactNode } from 'react';

interface DetailRowProps {
  readonly name: string;
  readonly about?: string;
  readonly children: ReactNode;
}

export function DetailRow({ name, about, children }: DetailRowProps) {
  return (
    <div className="detail-row">
      <div className="grow">
        <b>{name}</b>
        {about && <span className="d">{about}</span>}
      </div>
      {children}
    </div>
  );
}
