/** A registry of packages on this machine, with the packages that a test puts there, for the real npm to ask. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import { plantTree } from './planted-tree.ts';

export interface Package {
  readonly name: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly manifest?: Readonly<Record<string, unknown>>;
}

export interface Registry {
  readonly url: string;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
  /** As package-lock.json writes it. */
  readonly integrity: (name: string) => string;
}

/** Every package has version 1.0.0. */
export async function startRegistry(packages: readonly Package[]): Promise<Registry> {
  const archives = new Map(packages.map((one) => [one.name, { ...one, archive: packed(one) }]));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const [, name = '', file] = path.split('/');
    const found = archives.get(name);
    if (found === undefined) return void response.writeHead(404).end('{}');
    if (file !== undefined) return void response.end(found.archive);
    const dist = { tarball: `http://${request.headers.host}/${name}/-.tgz`, integrity: sumOf(found.archive) };
    const manifest = { name, version: '1.0.0', ...found.manifest, dist };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ name, 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': manifest } }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    integrity: (name) => sumOf(archives.get(name)?.archive ?? Buffer.alloc(0)),
  };
}

function sumOf(archive: Buffer): string {
  return `sha512-${createHash('sha512').update(archive).digest('base64')}`;
}

function packed({ name, files = {}, manifest = {} }: Package): Buffer {
  const planted = plantTree({
    'package/package.json': JSON.stringify({ name, version: '1.0.0', ...manifest }),
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`package/${path}`, text])),
  });
  try {
    execFileSync('tar', ['-czf', 'archive.tgz', 'package'], { cwd: planted.folder });
    return readFileSync(`${planted.folder}/archive.tgz`);
  } finally {
    planted.remove();
  }
}
