/** `broadsheet parse`: shows feeds as the parser sees them, in the neutral form, without touching the library. */

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, type Result } from '../contract/errors.ts';
import { parseFeed } from '../core/index.ts';
import { type NeutralFeed, neutralForm } from './neutral-form.ts';

export interface ParseCommandTools {
  /** One JSON value, without a line end. */
  readonly print: (line: string) => void;
  /** One line of it. */
  readonly printError: (line: string) => void;
  readonly now: () => number;
}

interface Document {
  readonly file: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const parseUsage = `broadsheet parse FILE… [--url ADDRESS] [--content-type TYPE] [--json]
broadsheet parse --manifest MANIFEST.json

Prints each feed in the neutral form (JSON). --url is where the feed came from; relative addresses follow it.
--json prints one compact line for each feed. --manifest reads {"files": [{"file", "kind", "headers"}…]} and prints
one line {"file", "feed"} or {"file", "error"} for each feed, in order.`;

/** Answers with the exit code: 0 when every file was a feed, 1 when one was not, 2 when the call itself is wrong. */
export async function parseCommand(args: readonly string[], tools: ParseCommandTools): Promise<number> {
  const options = readArguments(args);
  if (options === undefined) {
    for (const line of parseUsage.split('\n')) tools.printError(line);
    return 2;
  }
  return options.manifest === undefined ? parseFiles(options, tools) : parseManifest(options.manifest, tools);
}

interface Options {
  readonly files: readonly string[];
  readonly manifest?: string;
  readonly url?: string;
  readonly contentType?: string;
  readonly isCompact: boolean;
}

const valued: ReadonlyMap<string, 'url' | 'manifest' | 'contentType'> = new Map([
  ['--url', 'url'],
  ['--manifest', 'manifest'],
  ['--content-type', 'contentType'],
]);

function readArguments(args: readonly string[]): Options | undefined {
  const files: string[] = [];
  const values: { url?: string; manifest?: string; contentType?: string } = {};
  let isCompact = false;
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? '';
    const key = valued.get(argument);
    if (key !== undefined) {
      const value = args[++at];
      if (value === undefined) return undefined;
      values[key] = value;
    } else if (argument === '--json') isCompact = true;
    else if (argument.startsWith('--')) return undefined;
    else files.push(argument);
  }
  return files.length === 0 && values.manifest === undefined ? undefined : { files, ...values, isCompact };
}

async function parseFiles(options: Options, tools: ParseCommandTools): Promise<number> {
  let exitCode = 0;
  for (const file of options.files) {
    const headers = options.contentType === undefined ? {} : { 'content-type': options.contentType };
    const result = await parseDocument({ file, path: file, headers }, options.url, tools.now());
    if (!result.ok) {
      exitCode = 1;
      tools.printError(`${file}: ${result.error.message}`);
    }
    const shown = result.ok ? result.value : { file, error: result.error };
    if (result.ok || options.isCompact) tools.print(JSON.stringify(shown, null, options.isCompact ? 0 : 2));
  }
  return exitCode;
}

async function parseManifest(manifestPath: string, tools: ParseCommandTools): Promise<number> {
  const documents = await readManifest(manifestPath);
  if (!documents.ok) {
    tools.printError(documents.error.message);
    return 2;
  }
  for (const document of documents.value) {
    const result = await parseDocument(document, undefined, tools.now());
    const { file } = document;
    tools.print(JSON.stringify(result.ok ? { file, feed: result.value } : { file, error: result.error }));
  }
  return 0;
}

async function parseDocument(document: Document, url: string | undefined, now: number): Promise<Result<NeutralFeed>> {
  const bytes = await readFile(document.path).catch(() => undefined);
  if (bytes === undefined)
    return fail('file_unreadable', `${document.path} cannot be read. Check its name and rights.`);
  const contentType = document.headers['content-type'];
  const contentLocation = document.headers['content-location'];
  const result = await parseFeed(bytes, {
    ...(url === undefined ? {} : { url }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(contentLocation === undefined ? {} : { contentLocation }),
    now,
  });
  if (!result.ok && result.error.code === 'empty_answer')
    return fail('empty_answer', 'There is nothing in this file. Save the feed again.');
  return result.ok ? { ok: true, value: neutralForm(result.value) } : result;
}

const otherKinds: ReadonlySet<string> = new Set(['opml', 'page']);

/** The feeds that a manifest names; subscription lists and pages are for other commands. */
async function readManifest(path: string): Promise<Result<readonly Document[]>> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return fail('file_unreadable', `${path} cannot be read. Check its name and rights.`);
  const entries = manifestEntries(text);
  if (entries === undefined) return fail('bad_input', `${path} is no manifest: it has to be JSON with a list "files".`);
  return {
    ok: true,
    value: entries.flatMap((entry) => {
      if (typeof entry !== 'object' || entry === null || !('file' in entry) || typeof entry.file !== 'string')
        return [];
      if ('kind' in entry && typeof entry.kind === 'string' && otherKinds.has(entry.kind)) return [];
      return [{ file: entry.file, path: join(dirname(path), entry.file), headers: headersOf(entry) }];
    }),
  };
}

function manifestEntries(text: string): readonly unknown[] | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null || !('files' in json)) return undefined;
    return Array.isArray(json.files) ? json.files : undefined;
  } catch {
    return undefined; // not JSON: the caller says so
  }
}

function headersOf(entry: object): Readonly<Record<string, string>> {
  if (!('headers' in entry) || typeof entry.headers !== 'object' || entry.headers === null) return {};
  const pairs = Object.entries(entry.headers).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]));
}
