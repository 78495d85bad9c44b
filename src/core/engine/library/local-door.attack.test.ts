/** What other programs and users of this computer may try with the door of a library's owner, and with what it leaves. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-library.ts';
import { errorOf, mustBeOk, testCore } from '../../../testing/test-core.ts';
import { createCore, nodeWorkers } from '../../index.ts';
import { callThroughDoor } from './call-door.ts';
import { type OwnerDoor, readOwnerDoor, takeOwnership } from './owner.ts';

const secret = 's'.repeat(43);
const password = 'SECRET-PW';

/** A program at a port of its own that answers whatever it is told, and keeps what it heard. */
async function stranger(answer: (socket: Socket, heard: Buffer) => void) {
  const heard: Buffer[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (part) => {
      heard.push(part);
      answer(socket, part);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { door: { pid: 1, address: `http://127.0.0.1:${port}`, secret } satisfies OwnerDoor, heard };
}

const success =
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 23\r\n\r\n{"ok":true,"value":[1]}';

test.each([
  ['with a success over HTTP', (socket: Socket) => void socket.write(success)],
  ['with what it was told', (socket: Socket, heard: Buffer) => void socket.write(Buffer.concat([heard, heard]))],
  ['with noise', (socket: Socket) => void socket.write(Buffer.alloc(4096, 7))],
  ['by hanging up', (socket: Socket) => void socket.destroy()],
])('a program at the port of an ended owner that answers %s hears nothing of the call', async (_, answer) => {
  const { door, heard } = await stranger(answer);
  const answered = await callThroughDoor(door, 'feeds.add', { url: 'https://a.example/', password });
  expect(errorOf(answered)).toBe('library_in_use');
  const all = Buffer.concat(heard);
  expect(all.length).toBe(32);
  expect(all.toString('latin1')).not.toContain(password);
});

it('lets in nobody who does not know its secret, whatever they say', async () => {
  const { folder } = await testCore();
  const { address } = readOwnerDoor(folder) ?? { address: '' };
  const said = [
    'GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
    `POST /call HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}${' '.repeat(100)}`,
    Buffer.alloc(64, 1),
  ];
  for (const text of said) {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(text);
    const answer = Buffer.concat(await socket.toArray());
    // what it answers to everybody's first 32 bytes: a number and its own proof
    expect(answer.length).toBe(64);
    expect(answer.toString('latin1')).not.toContain('HTTP');
  }
  const wrong = { pid: 1, address, secret };
  expect(errorOf(await callThroughDoor(wrong, 'library.info', {}))).toBe('library_in_use');
});

it('carries a proof to no other door: one that was overheard is refused', async () => {
  const { folder } = await testCore();
  const real = readOwnerDoor(folder);
  if (real === undefined) throw new Error('There is no note.');
  // between the caller and the door, until both have proved themselves; then it speaks for itself on a second connection
  const overheard: Buffer[] = [];
  const between = createServer((caller) => {
    const door = connect(Number(new URL(real.address).port), '127.0.0.1');
    caller.on('data', (part) => {
      overheard.push(part);
      door.write(part);
    });
    door.on('data', (part) => caller.write(part)).on('error', () => {});
    caller.on('error', () => {}).on('close', () => door.destroy());
  });
  await new Promise<void>((listening) => between.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void between.close());
  const address = between.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  mustBeOk(await callThroughDoor({ ...real, address: `http://127.0.0.1:${port}` }, 'library.info', {}));
  const again = connect(Number(new URL(real.address).port), '127.0.0.1');
  again.on('error', () => {});
  for (const part of overheard) again.write(part);
  expect(Buffer.concat(await again.toArray()).length).toBe(64);
});

const door: OwnerDoor = { pid: 1, address: 'http://127.0.0.1:4000', secret };

test.each([
  { ...door, address: 'http://203.0.113.7:4000' },
  { ...door, address: 'http://127.0.0.1.evil.example:4000' },
  { ...door, address: 'http://user@127.0.0.1:4000' },
  { ...door, address: 'https://127.0.0.1:4000' },
  { ...door, address: 'http://127.0.0.1:4000/path' },
  { ...door, pid: 'one' },
  { ...door, secret: '' },
  { ...door, more: 1 },
  null,
  [],
  'text',
])('a note that says %o is believed in no part', (note) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(note));
  expect(readOwnerDoor(folder)).toBeUndefined();
});

it('takes away the note of an owner that was killed before anything else is done', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(door));
  const ownership = mustBeOk(takeOwnership(folder));
  expect(existsSync(join(folder, 'owner.json'))).toBe(false);
  ownership.release();
});

test.skipIf(process.platform === 'win32')('a note is new, and its owner’s alone, whatever lay there before', () => {
  const folder = temporaryFolder();
  const note = join(folder, 'owner.json');
  const target = join(temporaryFolder(), 'target');
  writeFileSync(target, 'theirs');
  writeFileSync(note, '{}', { mode: 0o644 });
  chmodSync(note, 0o644);
  const ownership = mustBeOk(takeOwnership(folder));
  // after the start, when the note is about to be written
  symlinkSync(target, note);
  ownership.announce(door);
  expect(lstatSync(note).isFile()).toBe(true);
  expect(lstatSync(note).mode & 0o777).toBe(0o600);
  expect(readOwnerDoor(folder)).toEqual(door);
  expect(readFileSync(target, 'utf8')).toBe('theirs');
  ownership.release();
});

it('keeps its secret out of what an owner that is killed leaves to be used', async () => {
  const folder = temporaryFolder();
  const script = `import { createCore, nodeWorkers } from ${JSON.stringify(new URL('../../index.ts', import.meta.url).href)};
    const core = await createCore({ libraryFolder: ${JSON.stringify(folder)}, workers: nodeWorkers, taskWorkers: 1 });
    process.kill(process.pid, 'SIGKILL');`;
  const file = join(temporaryFolder(), 'killed.mjs');
  writeFileSync(file, script);
  expect(spawnSync(process.execPath, [file]).signal).toBe('SIGKILL');
  const left = readOwnerDoor(folder);
  expect(left).toBeDefined();
  const next = mustBeOk(await createCore({ libraryFolder: folder, workers: nodeWorkers, taskWorkers: 1 }));
  onTestFinished(() => next.close());
  expect(readOwnerDoor(folder)?.secret).not.toBe(left?.secret);
});
