/** The list of an archive folder's files with their SHA-256 sums, and what is known of where each came from. */
import { createHash } from 'node:crypto';
import { chmodSync, closeSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../lib/make-folder.ts';
import { openNew, writeNew } from '../../lib/own-files/plain-files.ts';
import { type ArchiveKind, mostBytesOf } from './archive-names.ts';

const manifestName = 'manifest.ndjson';

export interface ManifestLine {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly kind: ArchiveKind;
  readonly address?: string;
  readonly fetchedAt?: string;
  /** Response headers of the fetch that brought it. */
  readonly headers?: Readonly<Record<string, unknown>>;
}

export type About = Pick<ManifestLine, 'kind'> & Partial<Pick<ManifestLine, 'address' | 'fetchedAt' | 'headers'>>;

/** Writes files into a folder and their lines into its manifest. */
export class ArchiveWriter {
  readonly #folder: string;
  readonly #manifest: number;
  #lines: string[] = [];
  files = 0;
  sizeBytes = 0;

  /** The folder is made, and becomes its owner's alone: what is in it are a person's articles. Throws where the disk does. */
  constructor(folder: string) {
    this.#folder = folder;
    makeFolder(folder, 0o700);
    chmodSync(folder, 0o700);
    this.#manifest = openNew(folder, manifestName);
  }

  write(path: string, content: string | Buffer, about: About): void {
    mustFit(path, about);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    writeNew(this.#folder, path, bytes);
    this.#note({ path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, ...about });
  }

  /** Lines of a file that is too large to be held at once. */
  writeLines(path: string, lines: Iterable<string>, about: About): void {
    mustFit(path, about);
    const file = openNew(this.#folder, path);
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for (const line of lines) {
        const buffer = Buffer.from(`${line}\n`);
        writeFileSync(file, buffer);
        hash.update(buffer);
        bytes += buffer.length;
      }
    } finally {
      closeSync(file);
    }
    this.#note({ path, sha256: hash.digest('hex'), bytes, ...about });
  }

  /** The manifest's own sum beside it is what makes the folder an archive: it is written last. */
  finish(): void {
    this.#flush();
    const manifest = readFileSync(join(this.#folder, manifestName));
    const sum = createHash('sha256').update(manifest).digest('hex');
    writeNew(this.#folder, 'manifest.sha256', `${sum}  ${manifestName}\n`);
  }

  close(): void {
    closeSync(this.#manifest);
  }

  #note(line: ManifestLine): void {
    this.files += 1;
    this.sizeBytes += line.bytes;
    this.#lines.push(JSON.stringify(line));
    if (this.#lines.length >= 1_000) this.#flush();
  }

  #flush(): void {
    if (this.#lines.length > 0) writeFileSync(this.#manifest, `${this.#lines.join('\n')}\n`);
    this.#lines = [];
  }
}

/** What the next import would not take is not written either. */
function mustFit(path: string, { kind }: About): void {
  if (mostBytesOf(kind, path) === undefined) throw new Error(`${path} is no name of an archive`);
}
