/** Reads the elements that rss-parser hands back, whatever shape xml2js gave them. */

import { carriedValue } from '../parsing/canonical-writer.ts';

export interface RawElement {
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const none: readonly RawElement[] = [];
const noAttributes: RawElement['attributes'] = {};
const keys = new Map<string, string>();

/** Where rss-parser is told to put an element, apart from the fields it makes itself. Kept: this is asked a hundred times for each article. */
export function fieldKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = `x.${name}`;
  keys.set(name, key);
  return key;
}

/** One feed or article as rss-parser returns it. Field names are canonical names with `x.` before them, see parse-xml-feed.ts. */
export class RawFields {
  private readonly fields: Readonly<Record<string, unknown>>;
  private readonly carried: readonly string[];

  constructor(fields: Readonly<Record<string, unknown>>, carried: readonly string[]) {
    this.fields = fields;
    this.carried = carried;
  }

  /** Every element of this name, in order. */
  all(name: string): readonly RawElement[] {
    const found = this.fields[fieldKey(name)];
    return Array.isArray(found) ? found.map((one: unknown) => this.element(one)) : none;
  }

  first(name: string): RawElement | undefined {
    const found = this.fields[fieldKey(name)];
    return Array.isArray(found) && found.length > 0 ? this.element(found[0]) : undefined;
  }

  /** The first of these elements that has text. */
  text(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const found = this.all(name).find((element) => element.text !== '');
      if (found !== undefined) return found.text;
    }
    return undefined;
  }

  private element(raw: unknown): RawElement {
    if (typeof raw === 'string') return { text: this.value(raw), attributes: noAttributes };
    if (typeof raw !== 'object' || raw === null) return { text: '', attributes: {} };
    const text = '_' in raw && typeof raw._ === 'string' ? this.value(raw._) : '';
    const given = '$' in raw && typeof raw.$ === 'object' && raw.$ !== null ? raw.$ : {};
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(given))
      if (typeof value === 'string') attributes[name] = this.value(value);
    return { text, attributes };
  }

  private value(text: string): string {
    return carriedValue(text, this.carried);
  }
}
