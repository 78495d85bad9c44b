/** What the stand-in does not have throws by its name, so that nothing passes by silence; what it did is told to the test. */
export function record(kind: string, detail: unknown): void {
  process.send?.({ kind: 'record', text: JSON.stringify({ kind, detail }) });
}

/** `known`, but reading or setting a member that it lacks throws. Self-contained: also runs, by its source, in the page. */
export function covered<Known extends object>(name: string, known: Known): Known {
  const check = (key: string | symbol) => {
    // `then` is asked of whatever is awaited, `toJSON` of whatever is recorded.
    if (key in known || typeof key === 'symbol' || key === 'then' || key === 'toJSON') return;
    throw new Error(`stand-in: ${name}.${key} is not covered`);
  };
  return new Proxy(known, {
    get: (_, key) => {
      check(key);
      const member = Reflect.get(known, key);
      return typeof member === 'function' ? member.bind(known) : member;
    },
    set: (_, key, value) => {
      check(key);
      return Reflect.set(known, key, value);
    },
    construct: (_, args) => covered(name, Reflect.construct(known as new () => object, args)),
  });
}
