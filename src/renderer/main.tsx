/** Starts the window: its key, what was left last time, then one first paint from the library. */
// First, so that a feature's own styles come after and may differ.
import './styles/index.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { StartProgress, StartTrouble } from '../contract/start.ts';
import { App } from './app/app.tsx';
import { Connected } from './app/connected.tsx';
import { followSystemTheme } from './app/look.ts';
import { start } from './app/start.ts';
import { connection } from './client/connection.ts';
import { isLetIn } from './client/transport.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root.');

const page = createRoot(root);
if (await isLetIn()) await open();
else showClosed();

async function open(): Promise<void> {
  const { progress, trouble } = await start();
  // Not waited for: what is loaded later stands on this file, and would wait for its end in turn.
  if (progress) void showProgress(progress);
  else if (trouble) void showTrouble(trouble);
  else show(<App />);
}

function showClosed(): void {
  followSystemTheme();
  connection.set('closed');
  show(null);
}

function show(content: ReactNode): void {
  page.render(
    <StrictMode>
      <Connected>{content}</Connected>
    </StrictMode>,
  );
}

/** Loaded when it is wanted, which is hardly ever, as is the next. */
async function showProgress(first: StartProgress): Promise<void> {
  followSystemTheme();
  const { OpeningScreen } = await import('./features/opening/screen.tsx');
  show(<OpeningScreen progress={first} />);
}

async function showTrouble(found: StartTrouble): Promise<void> {
  followSystemTheme();
  const { TroubleScreen } = await import('./features/start-trouble/screen.tsx');
  show(<TroubleScreen trouble={found} />);
}
