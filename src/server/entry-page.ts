/**
 * How a browser is let in without a token in an address, a command line or a history: a file that only its owner can read
 * posts the token, and the answer leaves the session in the tab's own storage, which no other port of this computer sees.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { newNonce } from '../window-page/page-security.ts';
import { isNavigation } from './access.ts';
import type { EntryTokens } from './entry-tokens.ts';
import { readBody } from './read-body.ts';
import type { Sessions } from './sessions.ts';

/** Where a tab keeps its secret; the window reads it there (renderer/client/session.ts). */
const storageName = 'broadsheet-session';
/** Whether it is a window of its own; renderer/client/own-window.ts reads it. */
const windowName = 'broadsheet-window';
const mostFormBytes = 1024;

/** The file's content, for a window of its own or for a tab of the person's browser: opens itself where scripts run in files, and by a press elsewhere. */
export function entryFile(origin: string, token: string, window: 'own' | 'tab'): string {
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>Opening Broadsheet</title>
<style>:root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif } form { margin: 20vh auto; width: max-content }</style>
<form method="post" action="${origin}/enter"><input type="hidden" name="token" value="${token}"><input type="hidden" name="window" value="${window}"><button>Open Broadsheet</button></form>
<script>document.forms[0].submit()</script>
</html>
`;
}

/** POST /enter. A token that was used or is too old leads to the window itself, which says how it is opened. */
export async function answerEntry(
  { tokens, sessions }: { readonly tokens: EntryTokens; readonly sessions: Sessions },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isNavigation(request)) return void response.writeHead(403, { connection: 'close' }).end();
  const form = await readBody(request, mostFormBytes);
  if (!form.ok) return void response.writeHead(413, { connection: 'close' }).end();
  const fields = new URLSearchParams(form.value);
  const secret = tokens.redeem(fields.get('token')) ? sessions.begin() : undefined;
  const nonce = newNonce();
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .end(goOn(secret, nonce, fields.get('window') === 'own'));
}

/** By a script, for a redirect would still be said to come from elsewhere. Both parts are base64: neither ends a string. */
function goOn(secret: string | undefined, nonce: string, isOwn: boolean): string {
  const note = isOwn ? `sessionStorage.setItem('${windowName}', 'own'); ` : '';
  const keep = secret === undefined ? '' : `sessionStorage.setItem('${storageName}', '${secret}'); ${note}`;
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Broadsheet</title>
<script nonce="${nonce}">${keep}location.replace('/')</script></html>
`;
}
