/**
 * Every command of the window: what it is called, its keys and what it does. The keyboard, the menus, the palette and the
 * sheet of shortcuts all read this list, so none of them can lie.
 */
import { settingsNow } from '../client/settings.ts';
import { createStore, useStore } from '../lib/store.ts';
import type { IconName } from '../ui/icon-paths.ts';

export const commandGroups = ['Move', 'Article', 'Go to', 'Lists', 'Feeds', 'Everywhere'] as const;
export type CommandGroup = (typeof commandGroups)[number];

export interface Command {
  /** 'article.next': stays the same for ever, because settings name it. */
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup;
  /**
   * Keys it has from the start; several are alternatives. Words of one press are modifiers and a key: 'Ctrl Shift Z'.
   * Two keys without modifiers are pressed one after the other: 'G T'.
   */
  readonly keys: readonly string[];
  readonly icon?: IconName;
  readonly run: (argument?: string) => void;
  /** False: the keys are let through and the palette leaves it out. Absent: always. */
  readonly isEnabled?: () => boolean;
  /** A key handled where it is pressed (arrows in a tree): listed in the sheet, never run from it. */
  readonly onlyListed?: boolean;
}

const registry = createStore<readonly Command[]>([]);

/** Adds commands; one with an id already there takes its place. Returns the function that takes them out again. */
export function registerCommands(commands: readonly Command[]): () => void {
  const ids = new Set(commands.map(({ id }) => id));
  registry.set((before) => [...before.filter(({ id }) => !ids.has(id)), ...commands]);
  return () => registry.set((before) => before.filter((command) => !commands.includes(command)));
}

export function commandsNow(): readonly Command[] {
  return registry.get();
}

export function useCommands(): readonly Command[] {
  return useStore(registry, (commands) => commands);
}

/** The keys of a command now: the reader's own, else those it came with. */
export function keysOf(command: Command): readonly string[] {
  const own = settingsNow()?.keys[command.id];
  if (own === undefined) return command.keys;
  return own
    .split('|')
    .map((keys) => keys.trim())
    .filter(Boolean);
}

/** The first keys of the command with this id, for a menu or a tooltip. */
export function keysFor(id: string): string | undefined {
  const command = registry.get().find((candidate) => candidate.id === id);
  return command && keysOf(command)[0];
}

/** Runs a command by its id; false when there is none or it cannot run now. */
export function runCommand(id: string, argument?: string): boolean {
  const command = registry.get().find((candidate) => candidate.id === id);
  if (!command || command.onlyListed || command.isEnabled?.() === false) return false;
  command.run(argument);
  return true;
}
