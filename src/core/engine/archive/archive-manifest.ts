/** The list of an archive folder's files with their SHA-256 sums, and what is known of where each came from. */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const manifestName = 'manifest.ndjson';

export interface ManifestLine {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly kind: 'page' | 'picture' | 'articles' | 'table' | 'subscriptions' | 'tool';
  readonly address?: string;
  readonly fetchedAt?: string;
  /** Response headers of the fetch that brought it. */
  readonly headers?: Readonly<Record<string, unknown>>;
}

export type About = Pick<ManifestLine, 'kind'> & Partial<Pick<ManifestLine, 'address' | 'fetchedAt' | 'headers'>>;

/** Writes files into a folder and their lines into its manifest. */
export class ArchiveWriter {
  readonly #folder: string;
  readonly #made = new Set<string>();
  #lines: string[] = [];
  files = 0;
  sizeBytes = 0;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, manifestName), '');
  }

  write(path: string, content: string | Buffer, about: About): void {
    this.#makeFolder(path);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    writeFileSync(join(this.#folder, path), bytes);
    this.#note({ path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, ...about });
  }

  /** Lines of a file that is too large to be held at once. */
  writeLines(path: string, lines: Iterable<string>, about: About): void {
    this.#makeFolder(path);
    const file = openSync(join(this.#folder, path), 'w');
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for (const line of lines) {
        const buffer = Buffer.from(`${line}\n`);
        writeSync(file, buffer);
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
    writeFileSync(join(this.#folder, 'manifest.sha256'), `${sum}  ${manifestName}\n`);
  }

  #note(line: ManifestLine): void {
    this.files += 1;
    this.sizeBytes += line.bytes;
    this.#lines.push(JSON.stringify(line));
    if (this.#lines.length >= 1_000) this.#flush();
  }

  #flush(): void {
    if (this.#lines.length > 0) appendFileSync(join(this.#folder, manifestName), `${this.#lines.join('\n')}\n`);
    this.#lines = [];
  }

  #makeFolder(path: string): void {
    const folder = dirname(join(this.#folder, path));
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }
}

/** The first file that is not as the manifest says, in words; undefined when all are. Its lines when sound. */
export function checkManifest(
  folder: string,
): { readonly trouble: string } | { readonly lines: readonly ManifestLine[] } {
  const file = join(folder, manifestName);
  if (!existsSync(file) || !existsSync(join(folder, 'manifest.sha256')))
    return { trouble: 'It has no manifest: it is no archive, or its export did not end.' };
  const manifest = readFileSync(file);
  const sum = readFileSync(join(folder, 'manifest.sha256'), 'utf8').slice(0, 64);
  if (createHash('sha256').update(manifest).digest('hex') !== sum) return { trouble: 'Its manifest was changed.' };
  const lines: ManifestLine[] = [];
  for (const text of manifest.toString('utf8').split('\n')) {
    if (text === '') continue;
    const line = JSON.parse(text) as ManifestLine;
    if (line.path.split('/').includes('..') || line.path.startsWith('/'))
      return { trouble: `It names a file outside: ${line.path}.` };
    if (!existsSync(join(folder, line.path))) return { trouble: `${line.path} is missing.` };
    const found = createHash('sha256')
      .update(readFileSync(join(folder, line.path)))
      .digest('hex');
    if (found !== line.sha256) return { trouble: `${line.path} was changed.` };
    lines.push(line);
  }
  return { lines };
}
