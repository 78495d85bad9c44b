/**
 * JSON out of a row. A library may come from somebody else, and SQLite keeps whatever it is given: what is no JSON, or of
 * another kind than `otherwise`, is as good as absent, and no reason not to show the rest.
 */
export function storedJson<Value>(text: unknown, otherwise: Value): Value {
  if (typeof text !== 'string') return otherwise;
  try {
    const value: unknown = JSON.parse(text);
    return isAlike(value, otherwise) ? (value as Value) : otherwise;
  } catch {
    return otherwise; // whoever wrote that, we did not
  }
}

/** Nothing to compare with where there is no other value: then any object will do. */
function isAlike(value: unknown, otherwise: unknown): boolean {
  if (otherwise === undefined || otherwise === null) return typeof value === 'object' && value !== null;
  if (Array.isArray(otherwise)) return Array.isArray(value) && value.every((one) => typeof one === 'string');
  return value !== null && typeof value === typeof otherwise && !Array.isArray(value);
}
