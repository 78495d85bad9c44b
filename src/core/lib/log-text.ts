/** What a log may hold of a text that somebody else may have written a part of: an error's message, a stack. */
import { homedir } from 'node:os';

const mostLetters = 4_000;
const addresses = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s"'`<>()]+/gi;
const quotes: Readonly<Record<string, string>> = { '"': '"', "'": "'", '`': '`', '“': '”' };
const plainName = /^[A-Za-z_$.]{1,40}$/;

/**
 * The text without what a reader may not want to hand on: of an address only its host, of a quotation nothing but a plain
 * name, of a path in the home folder only the part below it. At most 4,000 letters.
 */
export function logText(text: string): string {
  return text
    .slice(0, mostLetters)
    .replaceAll(homedir(), '~')
    .replace(addresses, (address, scheme: string) => (scheme === 'file://' ? address : `${scheme}${hostOf(address)}/…`))
    .split('\n')
    .map(withoutQuotations)
    .join('\n');
}

function hostOf(address: string): string {
  return URL.parse(address)?.hostname ?? '';
}

/** An error of JSON.parse quotes the article that it met. */
function withoutQuotations(line: string): string {
  let kept = '';
  for (let at = 0; at < line.length; at += 1) {
    const open = line.charAt(at);
    const close = quotes[open];
    const end = close === undefined ? -1 : line.indexOf(close, at + 1);
    if (end < 0) {
      kept += open;
      continue;
    }
    const quotation = line.slice(at + 1, end);
    kept += plainName.test(quotation) ? `${open}${quotation}${close}` : '"…"';
    at = end;
  }
  return kept;
}

/** An error as facts of a log. Its stack begins with its message. */
export function errorFacts(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { error: logText(String(error)) };
  const code = 'code' in error && typeof error.code === 'string' ? { code: logText(error.code) } : {};
  return { ...code, error: logText(error.stack ?? `${error.name}: ${error.message}`) };
}
