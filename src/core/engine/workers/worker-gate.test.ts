import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { closedGate, openGate } from './worker-gate.ts';

const waiting = `
  const { workerData, parentPort } = require('node:worker_threads');
  import(workerData.file).then(({ passedGate }) => parentPort.postMessage(passedGate(workerData.gate)));
`;

function behind(gate: Int32Array): Worker {
  const file = new URL('./worker-gate.ts', import.meta.url).href;
  return new Worker(waiting, { eval: true, workerData: { file, gate } });
}

test('a worker waits at a closed gate, and goes on when it opens', async () => {
  const gate = closedGate();
  const passed = once(behind(gate), 'message');
  openGate(gate, true);
  expect(await passed).toEqual([true]);
});

test('a gate opened for nothing sends the worker away, whenever it comes', async () => {
  const gate = closedGate();
  openGate(gate, false);
  expect(await once(behind(gate), 'message')).toEqual([false]);
});
