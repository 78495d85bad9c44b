/** Writes a subscription list that every other reader can take: OPML 2.0, nested as the library is. */

export interface OpmlOutline {
  /** In the order written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly OpmlOutline[];
}

export interface FeedToWrite {
  readonly title: string;
  readonly xmlUrl: string;
  readonly htmlUrl?: string | undefined;
  /** What another reader had written there, as parseOpml kept it. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

export interface ListToWrite {
  readonly title: string;
  readonly createdAt: Date;
  readonly outlines: readonly OpmlOutline[];
}

export function feedOutline({ title, xmlUrl, htmlUrl, attributes = {} }: FeedToWrite): OpmlOutline {
  const { type = 'rss', ...others } = attributes;
  return {
    attributes: {
      type,
      ...names(title, others),
      xmlUrl,
      ...(htmlUrl !== undefined && { htmlUrl }),
      ...withoutNames(others),
    },
    children: [],
  };
}

export function folderOutline(
  name: string,
  children: readonly OpmlOutline[],
  attributes: Readonly<Record<string, string>> = {},
): OpmlOutline {
  return { attributes: { ...names(name, attributes), ...withoutNames(attributes) }, children };
}

/** Another reader's short text is kept as long as its title still is the name; a feed renamed here bears one name only. */
function names(title: string, kept: Readonly<Record<string, string>>): { text: string; title: string } {
  return { text: kept.title === title ? (kept.text ?? title) : title, title };
}

function withoutNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const { text: _text, title: _title, ...others } = attributes;
  return others;
}

/** XML text in UTF-8. Always well-formed: unfit characters and attribute names are left out. */
export function writeOpml({ title, createdAt, outlines }: ListToWrite): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escapeXml(title)}</title>`,
    `    <dateCreated>${createdAt.toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
  ];
  for (const outline of outlines) writeOutline(outline, '    ', lines);
  lines.push('  </body>', '</opml>', '');
  return lines.join('\n');
}

function writeOutline({ attributes, children }: OpmlOutline, indent: string, lines: string[]): void {
  const tag = `${indent}<outline${writeAttributes(attributes)}`;
  if (children.length === 0) {
    lines.push(`${tag}/>`);
    return;
  }
  lines.push(`${tag}>`);
  for (const child of children) writeOutline(child, `${indent}  `, lines);
  lines.push(`${indent}</outline>`);
}

const attributeName = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;

function writeAttributes(attributes: Readonly<Record<string, string>>): string {
  let written = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (attributeName.test(name)) {
      written += `${declaration(name, attributes)} ${name}="${escapeXml(value)}"`;
    }
  }
  return written;
}

/** A prefix that nobody declares would make the list unreadable for strict readers. */
function declaration(name: string, attributes: Readonly<Record<string, string>>): string {
  const prefix = name.includes(':') ? name.split(':', 1)[0] : undefined;
  if (prefix === undefined || prefix === 'xml' || prefix === 'xmlns' || attributes[`xmlns:${prefix}`] !== undefined) {
    return '';
  }
  const first = Object.keys(attributes).find((other) => other.startsWith(`${prefix}:`));
  return first === name ? ` xmlns:${prefix}="urn:outline-attributes:${prefix}"` : '';
}

function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;');
}
