/** HTTP as a good publisher speaks it: validators, 304, gzip, ranges for sound, HEAD. */

import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Document } from './title-desk.ts';

function etagOf(document: Document): string {
  return `"${createHash('sha256').update(document.bytes).digest('base64url').slice(0, 22)}"`;
}

export function answerNotFound(response: ServerResponse, host: string): void {
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><title>Not found</title><h1>Not found</h1><p>There is nothing at this address on ${host}.</p>`,
  );
}

export function answerDocument(
  request: IncomingMessage,
  response: ServerResponse,
  document: Document,
  lastModified: number,
): void {
  const etag = etagOf(document);
  const head = {
    'content-type': document.type,
    etag,
    'last-modified': new Date(lastModified).toUTCString(),
    'cache-control': 'max-age=60',
    vary: 'accept-encoding',
  };
  if (isUnchanged(request, etag, lastModified)) {
    response.writeHead(304, head).end();
    return;
  }
  const whole = request.method !== 'HEAD';
  const range = document.type === 'audio/wav' ? byteRange(request, document.bytes.length) : undefined;
  if (range !== undefined) {
    const [from, to] = range;
    const part = document.bytes.subarray(from, to + 1);
    const place = `bytes ${from}-${to}/${document.bytes.length}`;
    response.writeHead(206, { ...head, 'content-range': place, 'content-length': part.length });
    response.end(whole ? part : undefined);
    return;
  }
  const zipped = document.type !== 'audio/wav' && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const bytes = zipped ? gzipSync(document.bytes) : document.bytes;
  response.writeHead(200, {
    ...head,
    'content-length': bytes.length,
    ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    ...(document.type === 'audio/wav' ? { 'accept-ranges': 'bytes' } : {}),
  });
  response.end(whole ? bytes : undefined);
}

/** If-None-Match outranks If-Modified-Since (RFC 9110 13.2.2). */
function isUnchanged(request: IncomingMessage, etag: string, lastModified: number): boolean {
  const match = request.headers['if-none-match'];
  if (match !== undefined) return match.includes(etag);
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return since >= Math.floor(lastModified / 1000) * 1000;
}

/** The first and last byte asked for, inclusive; undefined when the whole is wanted or the range makes no sense. */
function byteRange(request: IncomingMessage, length: number): [number, number] | undefined {
  const match = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (match === null) return undefined;
  const from = Number(match[1]);
  const to = match[2] === '' ? length - 1 : Math.min(Number(match[2]), length - 1);
  return from <= to ? [from, to] : undefined;
}
