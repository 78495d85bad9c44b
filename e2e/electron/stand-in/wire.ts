/** Values for IPC as one string. Self-contained: it also runs, by its source, in the page's isolated world. */
export function makeWire() {
  /** Structured clone keeps what JSON would lose: here undefined and dates. More than the contract uses is refused. */
  function pack(value: unknown): unknown {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (value === undefined) return ['undefined'];
    if (Array.isArray(value)) return ['array', Array.from(value, pack)];
    if (value instanceof Date) return ['date', value.getTime()];
    const kind = Object.prototype.toString.call(value);
    if (kind !== '[object Object]') throw new Error(`stand-in: ${kind} over IPC is not covered`);
    return ['object', Object.entries(value as object).map(([name, held]) => [name, pack(held)])];
  }
  function unpack(packed: unknown): unknown {
    if (!Array.isArray(packed)) return packed;
    const [kind, held] = packed as [string, never];
    if (kind === 'array') return (held as unknown[]).map(unpack);
    if (kind === 'date') return new Date(held ?? Number.NaN);
    if (kind === 'undefined') return undefined;
    return Object.fromEntries((held as [string, unknown][]).map(([name, value]) => [name, unpack(value)]));
  }
  return {
    encode: (values: readonly unknown[]) => JSON.stringify(pack(values)),
    decode: (text: string) => unpack(JSON.parse(text)) as unknown[],
  };
}
