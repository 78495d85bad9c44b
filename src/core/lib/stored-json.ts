/**
 * JSON out of a row. A library may come from somebody else, and SQLite keeps whatever it is given: what is no JSON, or of
 * another kind than `otherwise`, is as good as absent, and no reason not to show the rest.
 */
import type { Shape } from './shapes.ts';

export function storedJson<Value>(text: unknown, otherwise: Value): Value {
  const value = parsed(text);
  return isAlike(value, otherwise) ? (value as Value) : otherwise;
}

/** undefined for what is not of that shape. */
export function storedShape<Value>(text: unknown, shape: Shape<Value>): Value | undefined {
  const value = parsed(text);
  return shape(value) ? value : undefined;
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // whoever wrote that, we did not
  }
}

/** Nothing to compare with where there is no other value: then any object will do. */
function isAlike(value: unknown, otherwise: unknown): boolean {
  if (otherwise === undefined || otherwise === null) return typeof value === 'object' && value !== null;
  if (Array.isArray(otherwise)) return Array.isArray(value) && value.every((one) => typeof one === 'string');
  return value !== undefined && value !== null && typeof value === typeof otherwise && !Array.isArray(value);
}
