/** Remembers where the window was, and brings it back to where it can be seen: displays come and go between starts. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** In device-independent pixels, as Electron counts them. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  readonly bounds: Bounds;
  readonly isMaximised: boolean;
}

/** The design's smallest window. */
export const smallestWindow = { width: 480, height: 400 } as const;
/** What a first start opens: the widest layout, with room around it on a laptop. */
const firstWindow = { width: 1280, height: 820 } as const;

/** The state kept in `file`; undefined when there is none or it is not readable, which is no reason not to start. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isWindowState(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the state: whole or not at all. Throws where the disk does. */
export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}

/**
 * Bounds that lie wholly on one of `workAreas` (the first is the main display's): moved, and made smaller only if the
 * display is. Without a kept state the first window stands in the middle of the main display.
 */
export function fitToDisplays(kept: Bounds | undefined, workAreas: readonly Bounds[]): Bounds {
  const [main] = workAreas;
  if (!main) return kept ?? { x: 0, y: 0, ...firstWindow };
  const wanted = kept ?? centred(firstWindow, main);
  const area = workAreas.reduce((best, next) => (overlap(wanted, next) > overlap(wanted, best) ? next : best), main);
  const width = clamp(wanted.width, smallestWindow.width, area.width);
  const height = clamp(wanted.height, smallestWindow.height, area.height);
  return {
    x: clamp(wanted.x, area.x, area.x + area.width - width),
    y: clamp(wanted.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function centred(size: { readonly width: number; readonly height: number }, area: Bounds): Bounds {
  return {
    x: Math.round(area.x + (area.width - size.width) / 2),
    y: Math.round(area.y + (area.height - size.height) / 2),
    ...size,
  };
}

/** Shared area in square pixels. */
function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(width, 0) * Math.max(height, 0);
}

/** `most` wins where it is below `least`: a display smaller than the smallest window. */
function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(most, least));
}

function isWindowState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null || !('bounds' in value) || !('isMaximised' in value)) return false;
  const { bounds, isMaximised } = value;
  if (typeof bounds !== 'object' || bounds === null || typeof isMaximised !== 'boolean') return false;
  const numbers = new Map<string, unknown>(Object.entries(bounds));
  return ['x', 'y', 'width', 'height'].every((side) => Number.isInteger(numbers.get(side)));
}
