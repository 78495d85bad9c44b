/** discover, subscribe, import, export, refresh. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Failure, fail } from '../contract/errors.ts';
import type { FeedCredentials } from '../contract/feeds.ts';
import type { RefreshSummary } from '../contract/refresh.ts';
import { bareAddress } from '../core/index.ts';
import type { Arguments } from './arguments.ts';
import { counted, printFailure, printJson, printLine, printXml } from './output.ts';
import { readLogin } from './read-login.ts';
import { withCore } from './with-core.ts';

export async function discover(args: Arguments): Promise<number> {
  const address = args.positionals[0]?.trim();
  if (address === undefined || address === '')
    return printFailure(fail('bad_input', 'Name the address to look at: discover URL.'), args.json);
  const login = await readLogin(args);
  if (!login.ok) return printFailure(login.error, args.json);
  // without a library named nothing is to be kept, so it works in one that is thrown away
  const temporary = args.libraryFolder === undefined ? mkdtempSync(join(tmpdir(), 'broadsheet-')) : undefined;
  // at the very end, also of a command that is broken off
  if (temporary !== undefined) process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
  return withCore({ ...args, libraryFolder: args.libraryFolder ?? temporary }, async ({ call }) => {
    const allowPrivate = args.values['allow-private'] === true;
    const found = await call('feeds.preview', { address, allowPrivate, ...given(login.value) });
    if (!found.ok) return printFailure(found.error, args.json);
    for (const choice of found.value.choices) {
      if (args.json) printJson(choice);
      else {
        printLine(choice.url);
        printLine(`  ${choice.title}, ${counted(choice.articleCount, 'article')}, ${choice.format}`);
      }
    }
    return 0;
  });
}

export async function subscribe(args: Arguments): Promise<number> {
  if (args.positionals.length === 0)
    return printFailure(fail('bad_input', 'Name an address: subscribe URL.'), args.json);
  const login = await readLogin(args);
  if (!login.ok) return printFailure(login.error, args.json);
  return withCore(args, async ({ call }) => {
    let code = 0;
    for (const url of args.positionals) {
      const allowPrivate = args.values['allow-private'] === true;
      const added = await call('feeds.add', { url, allowPrivate, ...given(login.value) });
      if (!added.ok)
        code = printFailure(args.positionals.length > 1 ? about(url, added.error) : added.error, args.json);
      else if (args.json) printJson(added.value);
      else
        printLine(`Subscribed to ${added.value.title} (${added.value.url}), ${counted(added.value.added, 'article')}.`);
    }
    return code;
  });
}

function given(credentials: FeedCredentials | undefined): { credentials?: FeedCredentials } {
  return credentials === undefined ? {} : { credentials };
}

/** Of several addresses each failure says which one it is about. */
function about(url: string, failure: Failure): Failure {
  return { ...failure, message: `${bareAddress(url)}: ${failure.message}` };
}

export async function importOpml(args: Arguments): Promise<number> {
  const [file] = args.positionals;
  const bytes = file === undefined ? undefined : readFileOrNothing(file);
  if (bytes === undefined) {
    return printFailure(
      fail('file_unreadable', `The file ${file ?? ''} cannot be read. Name an OPML file: import FILE.opml.`),
      args.json,
    );
  }
  return withCore(args, async ({ call }) => {
    const report = await call('opml.import', {
      base64: bytes.toString('base64'),
      allowPrivate: args.values['allow-private'] === true,
      refresh: false,
    });
    if (!report.ok) return printFailure(report.error, args.json);
    if (args.json) printJson(report.value);
    else {
      const { added, already, duplicates, skipped } = report.value;
      printLine(
        `Took ${added} feeds; ${already} were there already, ${duplicates} stood twice, ${skipped.length} left out.`,
      );
      for (const { text, why } of skipped) printLine(`  ${text}: ${why}`);
    }
    return 0;
  });
}

function readFileOrNothing(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined; // absent or not ours to read: the caller says so
  }
}

export function exportOpml(args: Arguments): Promise<number> {
  return withCore(args, async ({ call }) => {
    const exported = await call('opml.export', {});
    if (!exported.ok) return printFailure(exported.error, args.json);
    if (args.json) printJson(exported.value);
    else printXml(exported.value.text);
    return 0;
  });
}

export function refresh(args: Arguments): Promise<number> {
  return withCore(args, async ({ call }) => {
    const summary = await call('feeds.refresh', { force: args.values.force === true });
    if (!summary.ok) return printFailure(summary.error, args.json);
    if (args.json) printJson(summary.value);
    else printSummary(summary.value);
    return 0;
  });
}

function printSummary(summary: RefreshSummary): void {
  const { feeds, added, updated, unchanged, failed, skipped, ms } = summary;
  printLine(
    `${counted(feeds, 'feed')} in ${(ms / 1000).toFixed(1)} s: ${counted(added, 'new article')}, ${updated} changed; nothing new in ${unchanged}, ${failed} failed, ${skipped} left out.`,
  );
  const isFresh = ({ code }: RefreshSummary['results'][number]) => code === 'checked_recently';
  for (const result of summary.results) {
    if (!isFresh(result) && (result.outcome === 'failed' || result.outcome === 'skipped'))
      printLine(`  ${result.title || result.url}: ${result.message ?? ''}`);
  }
  const fresh = summary.results.filter(isFresh).length;
  if (fresh > 0)
    printLine(
      `  ${counted(fresh, 'feed')} left out as paused or checked within ten minutes: --force checks them anyway.`,
    );
}
