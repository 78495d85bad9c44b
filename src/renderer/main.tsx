/** Starts the window: its key, what was left last time, then one first paint from the library. */
// First, so that a feature's own styles come after and may differ.
import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { start } from './app/start.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root.');

await start();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
