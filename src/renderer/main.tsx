/** Starts the window: its key, what was left last time, then one first paint from the library. */
// First, so that a feature's own styles come after and may differ.
import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { StartTrouble } from '../contract/start.ts';
import { App } from './app/app.tsx';
import { start } from './app/start.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root.');

const trouble = await start();
createRoot(root).render(<StrictMode>{trouble ? await troubleScreen(trouble) : <App />}</StrictMode>);

/** Loaded when it is wanted, which is hardly ever. */
async function troubleScreen(found: StartTrouble) {
  const { TroubleScreen } = await import('./features/start-trouble/screen.tsx');
  return <TroubleScreen trouble={found} />;
}
