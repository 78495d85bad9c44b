/** Finds a file of the built window by its address, and nothing outside the folder. */
import { extname, join, resolve, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  readonly path: string;
  readonly contentType: string;
  /** Built assets carry a hash in their name, so that they never change. */
  readonly immutable: boolean;
}

/**
 * Where the file for `pathname` (as in a URL, still encoded) would lie in `folder`; undefined when the address leaves
 * the folder, is not well encoded, or names a kind of file that the window never asks for. Touches no disk.
 */
export function staticFile(folder: string, pathname: string): StaticFile | undefined {
  const decoded = decodePath(pathname);
  if (decoded === undefined || decoded.includes('\0') || decoded.includes('\\')) return undefined;
  const path = resolve(join(folder, decoded));
  if (!path.startsWith(resolve(folder) + sep)) return undefined;
  const contentType = contentTypes[extname(path)];
  if (!contentType) return undefined;
  return { path, contentType, immutable: decoded.startsWith('/assets/') };
}

function decodePath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A stray % is an address that nobody wrote by hand: not found.
    return undefined;
  }
}
