/** Serves the window's page, its built files and the stored pictures, the same way in both shells. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileAnswer } from './file-answer.ts';
import { completeIndexHtml, type RootAttributes } from './index-html.ts';
import { keptFiles } from './kept-files.ts';
import { newNonce, securityHeaders } from './page-security.ts';
import { staticFile } from './static-file.ts';

export type MediaKind = 'picture' | 'sound';

/** A picture or sound as it is stored. */
export interface MediaFile {
  readonly path: string;
  readonly contentType: string;
}

export interface WindowPageOptions {
  /** The folder that the build of the window wrote; it holds index.html and assets/. */
  readonly rendererFolder: string;
  /**
   * The stored file of a picture or sound, by its publisher's address; fetched if need be. undefined when it cannot be
   * had. Pictures come this way only: the window itself never reaches the network.
   */
  readonly mediaFile: (url: string, kind: MediaKind) => Promise<MediaFile | undefined>;
  /** The attributes of `<html>` for this request. */
  readonly rootAttributes: (request: Request) => Promise<RootAttributes>;
}

interface Parts extends WindowPageOptions {
  readonly builtFile: ReturnType<typeof keptFiles>;
}

/**
 * Where stored files are asked for, as `/picture?url=…` and `/sound?url=…`, and the types each may answer with. The files
 * came from publishers: an HTML page said to be a picture must never be served from our own origin.
 */
const mediaTypes: Readonly<Record<string, { readonly kind: MediaKind; readonly types: RegExp }>> = {
  '/picture': { kind: 'picture', types: /^image\/[a-z0-9.+-]+$/ },
  '/sound': { kind: 'sound', types: /^(audio|video)\/[a-z0-9.+-]+$/ },
};

/**
 * Answers one request for the page; every answer, also 404 and 405, carries the security headers with a new nonce.
 * Never rejects for what a request says.
 */
export function createWindowPage(pageOptions: WindowPageOptions): (request: Request) => Promise<Response> {
  const options: Parts = { ...pageOptions, builtFile: keptFiles() };
  return async (request) => {
    const nonce = newNonce();
    const headers = securityHeaders(nonce);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { ...headers, allow: 'GET, HEAD' } });
    }
    const { pathname } = new URL(request.url);
    const media = mediaTypes[pathname];
    const answer = media
      ? await mediaAnswer(request, { options, headers, ...media })
      : pathname === '/' || pathname === '/index.html'
        ? await indexAnswer(request, { options, nonce, headers })
        : await assetAnswer(request, { options, headers, pathname });
    return answer ?? new Response('Not found', { status: 404, headers: { ...headers, 'content-type': 'text/plain' } });
  };
}

async function indexAnswer(
  request: Request,
  { options, nonce, headers }: { options: WindowPageOptions; nonce: string; headers: Record<string, string> },
): Promise<Response> {
  const template = await readFile(join(options.rendererFolder, 'index.html'), 'utf8');
  const page = completeIndexHtml(template, { nonce, attributes: await options.rootAttributes(request) });
  return new Response(request.method === 'HEAD' ? null : page, {
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      // A browser asks again at once with the answer, so that a dark system sees no white page first.
      'accept-ch': 'Sec-CH-Prefers-Color-Scheme',
      'critical-ch': 'Sec-CH-Prefers-Color-Scheme',
      vary: 'Sec-CH-Prefers-Color-Scheme',
    },
  });
}

async function mediaAnswer(
  request: Request,
  {
    options,
    headers,
    kind,
    types,
  }: { options: WindowPageOptions; headers: Record<string, string>; kind: MediaKind; types: RegExp },
): Promise<Response | undefined> {
  const url = new URL(request.url).searchParams.get('url');
  const media = url ? await options.mediaFile(url, kind) : undefined;
  const contentType = media?.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!media || !types.test(contentType)) return undefined;
  // A picture opened by itself is a document of our origin: an SVG one must not run its scripts there either.
  const sandboxed = { ...headers, 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" };
  return fileAnswer(request, media.path, {
    ...sandboxed,
    'content-type': contentType,
    'cache-control': 'private, max-age=86400',
  });
}

async function assetAnswer(
  request: Request,
  { options, headers, pathname }: { options: Parts; headers: Record<string, string>; pathname: string },
): Promise<Response | undefined> {
  const file = staticFile(options.rendererFolder, pathname);
  if (!file || file.path.endsWith('.html')) return undefined;
  const bytes = await options.builtFile(file.path);
  if (!bytes) return undefined;
  return new Response(request.method === 'HEAD' ? null : bytes, {
    headers: {
      ...headers,
      'content-type': file.contentType,
      'content-length': String(bytes.length),
      'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  });
}
