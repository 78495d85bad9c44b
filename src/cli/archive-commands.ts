/** archive import and archive export: one article a line, or the whole archive as a folder that can be checked. */

import { createWriteStream, existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Failure, fail } from '../contract/errors.ts';
import type { Arguments } from './arguments.ts';
import { batchesOf, LineWithoutEndError } from './lines-of-file.ts';
import { printFailure, printJson, printLine } from './output.ts';
import { type Calls, withCore } from './with-core.ts';

const linesACall = 500;
// Some are prepared and read while others are stored.
const callsAtOnce = 3;

export function archive(args: Arguments): Promise<number> {
  const [action, file] = args.positionals;
  if ((action !== 'import' && action !== 'export') || file === undefined) {
    return Promise.resolve(
      printFailure(
        fail('bad_input', 'Say archive import or archive export, and a file (articles.ndjson) or a folder.'),
        args.json,
      ),
    );
  }
  if (isFolder(action, file))
    return withCore(args, (calls) => wholeFolder(calls, args, { action, folder: resolve(file) }));
  return withCore(args, (calls) =>
    action === 'import' ? importLines(calls, args, file) : exportLines(calls, args, file),
  );
}

/** What is there as a folder, or a new name without an ending, is a folder. */
function isFolder(action: 'import' | 'export', file: string): boolean {
  if (existsSync(file)) return statSync(file).isDirectory();
  return action === 'export' && (file.endsWith('/') || !/\.[A-Za-z0-9]{1,8}$/.test(file));
}

async function wholeFolder(
  { call }: Calls,
  args: Arguments,
  { action, folder }: { readonly action: 'import' | 'export'; readonly folder: string },
): Promise<number> {
  if (action === 'export') {
    const done = await call('archive.exportFolder', { folder });
    if (!done.ok) return printFailure(done.error, args.json);
    if (args.json) printJson({ ...done.value, folder });
    else
      printLine(
        `Wrote ${done.value.articles} articles and ${done.value.pictures} pictures to ${folder}. Its index.html leads to them.`,
      );
    return 0;
  }
  const taken = await call('archive.importFolder', { folder });
  if (!taken.ok) return printFailure(taken.error, args.json);
  if (args.json) printJson({ ...taken.value, folder });
  else printLine(`Took ${taken.value.articles} articles from ${folder}; ${taken.value.known} were there already.`);
  return 0;
}

async function importLines({ call }: Calls, args: Arguments, file: string): Promise<number> {
  const totals = { lines: 0, added: 0, known: 0, feeds: 0, bad: 0 };
  const errors: { line: number; why: string }[] = [];
  const underWay: ReturnType<typeof call<'archive.import'>>[] = [];
  const settle = async (): Promise<Failure | undefined> => {
    const answer = await underWay.shift();
    if (answer?.ok !== true) return answer?.error;
    totals.added += answer.value.added;
    totals.known += answer.value.known;
    totals.feeds += answer.value.feeds;
    totals.bad += answer.value.bad.length;
    errors.push(...answer.value.bad);
    return undefined;
  };
  try {
    for await (const { lines, firstLine } of batchesOf(file)) {
      totals.lines += lines.filter((line) => line.trim() !== '').length;
      underWay.push(call('archive.import', { lines, firstLine }));
      const failure = underWay.length < callsAtOnce ? undefined : await settle();
      if (failure !== undefined) return printFailure(failure, args.json);
    }
  } catch (error) {
    const message =
      error instanceof LineWithoutEndError
        ? `The file ${file} has a line of more than 64 million characters, which no article has. What came before it was taken.`
        : `The file ${file} cannot be read. Check its name.`;
    return printFailure(fail('file_unreadable', message), args.json);
  }
  while (underWay.length > 0) {
    const failure = await settle();
    if (failure !== undefined) return printFailure(failure, args.json);
  }
  if (args.json) printJson({ ...totals, errors });
  else {
    printLine(
      `Took ${totals.added} articles of ${totals.lines}; ${totals.known} were there already, ${totals.bad === 1 ? '1 line' : `${totals.bad} lines`} could not be read.`,
    );
    for (const { line, why } of errors) printLine(`  line ${line}: ${why}`);
  }
  return 0;
}

async function exportLines(calls: Calls, args: Arguments, file: string): Promise<number> {
  const counted = { articles: 0 };
  try {
    await pipeline(articleLines(calls, counted), createWriteStream(file));
  } catch (error) {
    if (error instanceof Error && 'failure' in error) return printFailure(error.failure as Failure, args.json);
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    const failure = isFull
      ? fail('file_unreadable', `There is no room for ${file}. Free some space, or choose another place.`)
      : fail('file_unreadable', `The file ${file} cannot be written. Choose another place.`);
    return printFailure(failure, args.json);
  }
  if (args.json) printJson({ ...counted, file });
  else printLine(`Wrote ${counted.articles} articles to ${file}.`);
  return 0;
}

/** As fast as they are written. Throws with the call's `failure`. */
async function* articleLines({ call }: Calls, counted: { articles: number }): AsyncGenerator<string> {
  let after: number | undefined;
  for (;;) {
    const page = await call('archive.export', { limit: linesACall, ...(after === undefined ? {} : { after }) });
    if (!page.ok) throw Object.assign(new Error(page.error.message), { failure: page.error });
    for (const line of page.value.lines) yield `${JSON.stringify(line)}\n`;
    counted.articles += page.value.lines.length;
    if (page.value.next === null) return;
    after = page.value.next;
  }
}
