/** What is shown for as long as there is a server to show it: says when that has gone, and how a closed window opens again. */
import { type ReactNode, useEffect, useState } from 'react';
import { connection } from '../client/connection.ts';
import { ClosedScreen } from '../features/closed/screen.tsx';
import { useStore } from '../lib/store.ts';
import './connected.css';

// A server that is started anew at once is back before anybody has read that it was gone.
const patienceMs = 1200;

export function Connected({ children }: { readonly children: ReactNode }) {
  const state = useStore(connection, (value) => value);
  if (state === 'closed') return <ClosedScreen />;
  return (
    <>
      {children}
      <div role="status">{state === 'lost' && <LostNote />}</div>
    </>
  );
}

function LostNote() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isLong ? (
    <div className="lost">Broadsheet is not running. Start it again, and this window goes on by itself.</div>
  ) : null;
}
