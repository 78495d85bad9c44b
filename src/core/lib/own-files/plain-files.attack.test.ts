import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../../../testing/temporary-library.ts';
import { moveInside, openNew, readPlain, replacePlain, whatIsAt, writeNew } from './plain-files.ts';
import { readNote, setNoteAside } from './state-note.ts';

let folder: string;
/** A file of the reader's that lies elsewhere. */
let victim: string;

beforeEach(() => {
  folder = temporaryFolder();
  victim = join(temporaryFolder(), 'letter.txt');
  writeFileSync(victim, 'Dear all', { mode: 0o644 });
});

const makePipe = (place: string) => execFileSync('mkfifo', [place]);
const codeOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
  return undefined;
};

describe('a file below a folder that may be somebody else’s', () => {
  it('is read only when it is a plain file: no link, no pipe, no folder, no device', () => {
    symlinkSync(victim, join(folder, 'link'));
    symlinkSync('/dev/zero', join(folder, 'zero'));
    makePipe(join(folder, 'pipe'));
    mkdirSync(join(folder, 'folder'));
    for (const name of ['link', 'zero', 'pipe', 'folder'])
      expect(
        codeOf(() => readPlain(folder, name, 1_000)),
        name,
      ).toBe('NOT_PLAIN');
  });

  it('is not read through a folder that is a link', () => {
    mkdirSync(join(folder, '..', 'elsewhere'), { recursive: true });
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, 'x.png'), 'x');
    symlinkSync(elsewhere, join(folder, 'media'));
    expect(codeOf(() => readPlain(folder, 'media/x.png', 1_000))).toBe('NOT_PLAIN');
    expect(codeOf(() => writeNew(folder, 'media/y.png', 'y'))).toBe('NOT_PLAIN');
    expect(codeOf(() => writeNew(folder, 'media/ab/y.png', 'y'))).toBe('NOT_PLAIN');
    expect(existsSync(join(elsewhere, 'ab'))).toBe(false);
  });

  it('is not read when it is larger than it can be, however little of it is on the disk', () => {
    writeFileSync(join(folder, 'sparse'), '');
    truncateSync(join(folder, 'sparse'), 2 ** 40);
    expect(codeOf(() => readPlain(folder, 'sparse', 1_000))).toBe('NOT_PLAIN');
  });

  it('is made only where nothing is: neither a file, a link, a link to nothing nor a pipe is written to', () => {
    writeFileSync(join(folder, 'file'), 'mine');
    symlinkSync(victim, join(folder, 'link'));
    symlinkSync(join(folder, '..', 'not-there'), join(folder, 'dangling'));
    makePipe(join(folder, 'pipe'));
    for (const name of ['file', 'link', 'dangling', 'pipe'])
      expect(
        codeOf(() => openNew(folder, name)),
        name,
      ).toBe('EEXIST');
    expect(readFileSync(victim, 'utf8')).toBe('Dear all');
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('mine');
    expect(existsSync(join(folder, '..', 'not-there'))).toBe(false);
  });

  it('that is replaced is a new one: what a link led to and the other names of the old one stay as they were', () => {
    symlinkSync(victim, join(folder, 'link'));
    linkSync(victim, join(folder, 'second-name'));
    for (const name of ['link', 'second-name']) {
      replacePlain(folder, name, 'secret');
      expect(lstatSync(join(folder, name)).mode & 0o777).toBe(0o600);
      expect(readFileSync(join(folder, name), 'utf8')).toBe('secret');
    }
    expect(readFileSync(victim, 'utf8')).toBe('Dear all');
    expect(lstatSync(victim).mode & 0o777).toBe(0o644);
  });

  it('is never moved over what is there, nor out of the folder, and a link is moved as the link it is', () => {
    writeFileSync(join(folder, 'a.db'), 'a');
    writeFileSync(join(folder, 'b.db'), 'b');
    symlinkSync(victim, join(folder, 'link'));
    expect(codeOf(() => moveInside(folder, 'a.db', 'b.db'))).toBe('EEXIST');
    expect(codeOf(() => moveInside(folder, 'a.db', 'link'))).toBe('EEXIST');
    moveInside(folder, 'link', 'moved');
    expect(whatIsAt(join(folder, 'moved'))).toBe('link');
    expect(readFileSync(victim, 'utf8')).toBe('Dear all');
    expect(codeOf(() => moveInside(folder, 'a.db', '../c.db'))).toBe('NOT_PLAIN');
    moveInside(folder, 'a.db', 'c.db');
    expect(readFileSync(join(folder, 'c.db'), 'utf8')).toBe('a');
  });
});

describe('a note of our own', () => {
  const schema = z.strictObject({ step: z.enum(['copy', 'move']) });

  it.each(['null', '{}', '[1', '', '5', '{"step":"rm"}', '{"step":"copy","more":1}', '{"step":"copy"} x'])(
    'that says %j is not ours',
    (text) => {
      writeFileSync(join(folder, 'restore.json'), text);
      expect(readNote(folder, 'restore.json', schema)).toMatchObject({ kind: 'unfit' });
    },
  );

  it('is none of ours when it is a link, a pipe, a folder or endless, even if it would say the right thing', () => {
    const right = join(temporaryFolder(), 'right.json');
    writeFileSync(right, '{"step":"copy"}');
    const makers: ((place: string) => void)[] = [
      (place) => symlinkSync(right, place),
      (place) => symlinkSync('/dev/zero', place),
      makePipe,
      (place) => mkdirSync(place),
      (place) => {
        writeFileSync(place, '{"step":"copy"}');
        truncateSync(place, 2 ** 40);
      },
    ];
    for (const make of makers) {
      make(join(folder, 'restore.json'));
      expect(readNote(folder, 'restore.json', schema)).toMatchObject({ kind: 'unfit' });
      const aside = setNoteAside(folder, 'restore.json', 5);
      expect(whatIsAt(join(folder, aside))).not.toBe('nothing');
      expect(readNote(folder, 'restore.json', schema)).toEqual({ kind: 'none' });
    }
    expect(readFileSync(right, 'utf8')).toBe('{"step":"copy"}');
  });
});
