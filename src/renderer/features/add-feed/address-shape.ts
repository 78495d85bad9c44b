/** Tells an address that is worth looking up from one that is still being typed. */

/** A host with a dot or a port, or a whole web address; nothing is asked of a host before it has an ending. */
const shapes = [
  /^(?:https?|feed):\/\/(?:[^\s/@]*@)?[^\s/:?#@]+\.\p{L}{2,}(?:[:/?#]\S*)?$/iu,
  /^(?:https?|feed):\/\/(?:[\d.]{7,}|\[[\da-f:.]+\]|localhost)(?:[:/?#]\S*)?$/iu,
  /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[:/?#]\S*)?$/iu,
  /^@?[\w.-]+@(?:[\p{L}\d-]+\.)+\p{L}{2,}$/iu,
];

export function looksWhole(address: string): boolean {
  const trimmed = address.trim();
  return shapes.some((shape) => shape.test(trimmed));
}

/** The part of an address that a person knows it by. */
export function hostIn(address: string): string {
  const trimmed = address.trim();
  const url = URL.parse(trimmed) ?? URL.parse(`https://${trimmed}`);
  return url?.host || trimmed;
}
