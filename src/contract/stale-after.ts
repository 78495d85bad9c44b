/**
 * Which answers each event makes old, from what the calls say that they read. The window imports this as a value; its build
 * writes the finished table in place of this file, so that no schema comes along (electron.vite.config.ts).
 */
import { methods } from './index.ts';
import type { AnyMethods } from './method.ts';
import { type ChangeEvent, eventOf, type Subject } from './subjects.ts';

export interface Stale {
  /** Names of calls whose answers are asked for again where they are shown. */
  readonly shown: readonly string[];
  /** Names of calls whose answers stay where they are shown, and are asked for anew by whoever comes next. */
  readonly unseen: readonly string[];
}

export type StaleAfter = Readonly<Record<ChangeEvent, Stale>>;

export function staleAfterOf(calls: AnyMethods): StaleAfter {
  const staleOf = (subject: Subject): Stale => {
    const old = Object.entries(calls).filter(([, { reads, isTold }]) => !isTold && reads?.includes(subject));
    return {
      shown: old.flatMap(([name, { isSteady }]) => (isSteady ? [] : [name])),
      unseen: old.flatMap(([name, { isSteady }]) => (isSteady ? [name] : [])),
    };
  };
  const subjects = Object.keys(eventOf) as Subject[];
  return Object.fromEntries(subjects.map((subject) => [eventOf[subject], staleOf(subject)])) as StaleAfter;
}

export const staleAfter = staleAfterOf(methods);
