/** Which addresses may leave the app for the reader's browser or mail program. */

const allowedProtocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Of an e-mail that a link begins. Some programs know others: `attach` would take along a file that the article names. */
const mailFields: ReadonlySet<string> = new Set(['to', 'cc', 'subject', 'body']);

/**
 * The address as the system is given it, or undefined when it is none or of another kind: `file:` and the schemes of
 * other programs could start them with what a feed wrote. An e-mail keeps its receivers, subject and text, and nothing else.
 */
export function externalAddress(raw: string): string | undefined {
  if (!URL.canParse(raw)) return undefined;
  const url = new URL(raw);
  if (!allowedProtocols.has(url.protocol)) return undefined;
  return url.protocol === 'mailto:' ? plainMail(url) : url.href;
}

/** An encoded line break outside the text would begin a line of its own in the mail's head. */
function plainMail({ pathname, search }: URL): string {
  const fields = search
    .slice(1)
    .split('&')
    .map((field) => ({ field, name: field.split('=', 1)[0]?.toLowerCase() ?? '' }))
    .filter(({ name }) => mailFields.has(name))
    .map(({ field, name }) => (name === 'body' ? field : withoutLineBreaks(field)));
  const query = fields.length === 0 ? '' : `?${fields.join('&')}`;
  return `mailto:${withoutLineBreaks(pathname)}${query}`;
}

function withoutLineBreaks(encoded: string): string {
  return encoded.replace(/%0[ad]/gi, '%20');
}
