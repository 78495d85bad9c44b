/** Holds a worker that has loaded until another has done what it waits for. */

const closed = 0;
const open = 1;
const shut = 2;

/** Shared memory for a worker's data. */
export function closedGate(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Lets all waiting workers go on, or tells them that there is nothing to go on for. */
export function openGate(gate: Int32Array, isWorthIt: boolean): void {
  Atomics.store(gate, 0, isWorthIt ? open : shut);
  Atomics.notify(gate, 0);
}

/** Blocks its thread; true once there is something to go on for. */
export function passedGate(gate: Int32Array): boolean {
  Atomics.wait(gate, 0, closed);
  return Atomics.load(gate, 0) === open;
}
