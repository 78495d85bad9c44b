/** Writes the small, always well-formed XML that rss-parser reads. Long values travel beside it and leave a token, so that no second XML parser chews them. */

const longestInline = 240; // titles, dates and addresses stay in the XML; bodies do not
/** A private-use character: begins a token. A value that holds one itself is carried beside, so tokens cannot be forged. */
const tokenMark = '\ue5cf';

export interface CanonicalLeaf {
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export class CanonicalWriter {
  readonly carried: string[] = [];

  /** One element without children. */
  leaf({ name, text, attributes }: CanonicalLeaf): string {
    let xml = `<${name}`;
    for (const key in attributes) xml += ` ${key}="${this.value(attributes[key] ?? '')}"`;
    return text === '' ? `${xml}/>` : `${xml}>${this.value(text)}</${name}>`;
  }

  private value(text: string): string {
    if (text.length <= longestInline && !text.includes(tokenMark)) return escapeXml(text);
    this.carried.push(text);
    return tokenMark + String(this.carried.length - 1);
  }
}

/** The value that a token in rss-parser's result stands for. */
export function carriedValue(text: string, carried: readonly string[]): string {
  if (!text.startsWith(tokenMark)) return text;
  return carried[Number(text.slice(tokenMark.length))] ?? '';
}

const special = /[&<>"]/;

function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
