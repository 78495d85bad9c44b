/** Starts the real Electron, where its program is. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import type { Desktop, LaunchOptions, RunningApp } from './running-app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Why Electron cannot be started here, in one line; undefined when it can. */
export function whyNoElectron(): string | undefined {
  if (!electronProgram()) return "Electron's program is not installed here (npm brings only its loader)";
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return 'there is no display here for Electron to open a window on';
  }
  return undefined;
}

function electronProgram(): string | undefined {
  const folder = join(root, 'node_modules', 'electron');
  if (!existsSync(join(folder, 'path.txt'))) return undefined;
  const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
  return existsSync(program) ? program : undefined;
}

export async function launchElectron({ folder, args }: LaunchOptions): Promise<RunningApp> {
  const executablePath = electronProgram();
  if (!executablePath) throw new Error(whyNoElectron());
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const own = [`--user-data-dir=${join(folder, 'user-data')}`, '--library', join(folder, 'library')];
  const app = await _electron.launch({ executablePath, args: [root, ...asRoot, ...own, ...args] });
  let complaints = '';
  app.process().stderr?.on('data', (text) => {
    complaints += text;
  });
  const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
  return {
    window: await app.firstWindow(),
    desktop: { evaluate: app.evaluate.bind(app) as Desktop['evaluate'], ended },
    // Chromium itself writes there, too, on a machine without a sound card or a session bus.
    complaints: () =>
      complaints
        .split('\n')
        .filter((line) => line && !/^\[\d+:\d+\/.*:(ERROR|WARNING|INFO):/.test(line))
        .join('\n'),
    close: () => app.close(),
  };
}
