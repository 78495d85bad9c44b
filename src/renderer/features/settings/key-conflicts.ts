/** Which commands would answer the same press. */
import { pressesOf } from '../../app/key-press.ts';

export interface BoundCommand {
  readonly id: string;
  readonly title: string;
  readonly keys: readonly string[];
}

/**
 * Commands other than `id` that these keys would also reach: the same keys, or keys that begin with them, since a
 * command on G would never let G T be finished.
 */
export function conflictsOf(keys: string, id: string, commands: readonly BoundCommand[]): readonly BoundCommand[] {
  return commands.filter((command) => command.id !== id && command.keys.some((other) => clash(keys, other)));
}

function clash(one: string, other: string): boolean {
  const [shorter, longer] = [pressesOf(one), pressesOf(other)].sort((a, b) => a.length - b.length);
  return shorter !== undefined && shorter.length > 0 && shorter.every((press, at) => longer?.[at] === press);
}

/** The keys of a command without those that clash with `keys`, as the settings keep them. */
export function withoutClash(command: BoundCommand, keys: string): string {
  return command.keys.filter((other) => !clash(keys, other)).join('|');
}
