/** Archive folders as somebody else could make them: any file in any place, with sums that hold. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newestVersion } from '../core/store/migrate.ts';
import { temporaryFolder } from './temporary-library.ts';

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
export const sumOf = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
export const mediaPath = (bytes: Buffer) => {
  const hash = sumOf(bytes);
  return `media/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}.png`;
};

interface Forged {
  readonly kind: string;
  readonly path: string;
  readonly content?: string | Buffer;
  /** Instead of what the file is. */
  readonly line?: unknown;
}

/** An archive of these files and what every archive has, unless it is named here. */
export function forge(
  files: readonly Forged[],
  usual: readonly string[] = ['articles.ndjson', 'library.json'],
): string {
  const folder = join(temporaryFolder(), 'archive');
  mkdirSync(folder);
  const all: Forged[] = [
    ...(usual.includes('articles.ndjson') ? [{ kind: 'articles', path: 'articles.ndjson', content: '' }] : []),
    ...(usual.includes('library.json')
      ? [{ kind: 'tool', path: 'library.json', content: `{"version":${newestVersion}}` }]
      : []),
    ...files,
  ];
  const lines = all.map((one) => {
    const { kind, path, content } = one;
    if (content !== undefined) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    if ('line' in one) return JSON.stringify(one.line);
    return JSON.stringify({ path, kind, sha256: sumOf(content ?? ''), bytes: Buffer.byteLength(content ?? '') });
  });
  sealed(folder, lines);
  return folder;
}

function sealed(folder: string, lines: readonly string[]): void {
  const manifest = lines.map((line) => `${line}\n`).join('');
  writeFileSync(join(folder, 'manifest.ndjson'), manifest);
  writeFileSync(join(folder, 'manifest.sha256'), `${sumOf(manifest)}  manifest.ndjson\n`);
}
