/**
 * One end of contextBridge; the same code runs, by its source, in the page's main world and in the isolated one. The ends
 * talk through DOM events with secret names: dispatch is synchronous, and Chromium clones `detail` from world to world.
 */
type Packed = readonly [kind: 'value' | 'function' | 'promise', held: unknown];
type Message =
  | { readonly op: 'call'; readonly id: number; readonly args: readonly Packed[] }
  | { readonly op: 'reply' | 'settle'; readonly id: number; readonly value: Packed; readonly isFine: boolean }
  | { readonly op: 'expose'; readonly key: string; readonly members: readonly (readonly [string, Packed])[] };
type Callable = (...args: unknown[]) => unknown;

export function makeBridgeEnd(sendName: string, hearName: string) {
  const functions = new Map<number, Callable>();
  const pending = new Map<number, readonly [Callable, Callable]>();
  // Calls are synchronous, so the last reply is that of the call just made.
  let reply: { readonly value: Packed; readonly isFine: boolean } | undefined;
  let next = 0;
  const post = (detail: Message) => window.dispatchEvent(new CustomEvent(sendName, { detail }));

  /** Functions and promises stand for themselves on the other side; they are not looked for inside values. */
  function pack(value: unknown): Packed {
    const id = ++next;
    if (typeof value === 'function') functions.set(id, value as Callable);
    if (typeof value === 'function') return ['function', id];
    if (!(value instanceof Promise)) return ['value', structuredClone(value)];
    const settle = (isFine: boolean) => (held: unknown) => post({ op: 'settle', id, isFine, value: pack(held) });
    value.then(settle(true), settle(false));
    return ['promise', id];
  }

  function unpack([kind, held]: Packed): unknown {
    const id = held as number;
    if (kind === 'value') return held;
    if (kind === 'promise') return new Promise((resolve, reject) => pending.set(id, [resolve, reject]));
    return (...args: unknown[]) => {
      post({ op: 'call', id, args: args.map(pack) });
      if (reply?.isFine) return unpack(reply.value);
      throw reply ? unpack(reply.value) : new Error('The page is gone.');
    };
  }

  function answer(call: () => unknown): { readonly isFine: boolean; readonly value: Packed } {
    try {
      return { isFine: true, value: pack(call()) };
    } catch (cause) {
      return { isFine: false, value: pack(cause) };
    }
  }

  window.addEventListener(hearName, (event) => {
    const message = (event as CustomEvent<Message>).detail;
    if (message.op === 'call') {
      const call = () => functions.get(message.id)?.(...message.args.map(unpack));
      post({ op: 'reply', id: message.id, ...answer(call) });
    } else if (message.op === 'reply') {
      reply = message;
    } else if (message.op === 'settle') {
      pending.get(message.id)?.[message.isFine ? 0 : 1](unpack(message.value));
      pending.delete(message.id);
    } else if (message.op === 'expose') {
      const api = Object.fromEntries(message.members.map(([name, member]) => [name, unpack(member)]));
      Object.defineProperty(window, message.key, { value: Object.freeze(api), enumerable: true });
    }
  });
  return (key: string, api: object) =>
    post({ op: 'expose', key, members: Object.entries(api).map(([name, member]) => [name, pack(member)]) });
}
