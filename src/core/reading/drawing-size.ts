/**
 * How much a drawing (SVG) becomes when it is shown. A drawing is a program: each part of it may be drawn again by name
 * wherever another part says so, and a few hundred letters can stand for more elements than a window can ever draw.
 */
import { Parser } from 'htmlparser2';

const mostElements = 50_000;
/** What is drawn once more costs a browser ten times what is written there: 0.2 ms. */
const mostDrawnAgain = 10_000;
const longestName = 200;
const deepest = 200;
const mostAnimations = 1_000;

const animations: ReadonlySet<string> = new Set(['animate', 'animatemotion', 'animatetransform', 'set']);
/** What these name is not drawn once more. */
const namesOnly: ReadonlySet<string> = new Set([...animations, 'a', 'mpath', 'script', 'textpath']);
const entity = /<!ENTITY\s+\w[^\s"'<>%]*\s+(?:"([^"]*)"|'([^']*)')/g;

interface Part {
  readonly parts: Part[];
  /** What it draws beside its own parts, by name. */
  readonly names: string[];
  /** With all that it draws; undefined until it is known, and 'counting' meanwhile. */
  size?: number | 'counting';
}

/** Whether it is more than a window can draw in a moment, or says things that only such drawings say. Some 30 MB a second. */
export function isDrawnTooLarge(svg: string): boolean {
  if (saysMoreThanItsElements(svg)) return true;
  const drawing = new Drawing();
  const parser = new Parser(drawing, { xmlMode: true, decodeEntities: true });
  for (let at = 0; at < svg.length && !drawing.isTooLarge; at += 65_536) parser.write(svg.slice(at, at + 65_536));
  parser.end();
  return drawing.isTooLarge || drawing.drawnAgain() > mostDrawnAgain;
}

class Drawing {
  isTooLarge = false;
  readonly #root: Part = { parts: [], names: [] };
  readonly #named = new Map<string, Part>();
  readonly #open: Part[] = [this.#root];
  #elements = 0;
  #animations = 0;
  #styles = '';
  #inStyle = false;

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    const local = name.slice(name.indexOf(':') + 1).toLowerCase();
    const part: Part = { parts: [], names: [] };
    this.#elements += 1;
    if (animations.has(local)) this.#animations += 1;
    this.#inStyle = local === 'style';
    for (const [attribute, value] of Object.entries(attributes)) this.#read(part, { local, attribute, value });
    this.#open.at(-1)?.parts.push(part);
    this.#open.push(part);
    if (this.#open.length > deepest || this.#elements > mostElements || this.#animations > mostAnimations)
      this.isTooLarge = true;
  }

  ontext(text: string): void {
    if (this.#inStyle) this.#styles += text;
  }

  onclosetag(): void {
    this.#inStyle = false;
    if (this.#open.length > 1) this.#open.pop();
  }

  /** Elements that are drawn beside those that are written there. */
  drawnAgain(): number {
    // a letter spelt out in a rule could hide what it names
    if (holdsDrawing(this.#styles) || this.#styles.includes('\\')) return Number.POSITIVE_INFINITY;
    let size = this.#sizeOf(this.#root) - this.#elements;
    // a rule may hold for each element; the few stops of a gradient are nothing to speak of
    for (const name of namesIn(this.#styles))
      size += this.#elements * Math.max(0, this.#sizeOf(this.#named.get(name)) - 20);
    return size;
  }

  #read(part: Part, { local, attribute, value }: { local: string; attribute: string; value: string }): void {
    if (holdsDrawing(value) || (value.includes('\\') && value.includes('#'))) this.isTooLarge = true;
    if (attribute === 'id' || attribute === 'xml:id') this.#named.set(value, part);
    if (attribute === 'id' && value.length > longestName) this.isTooLarge = true;
    const isAddress = attribute === 'href' || attribute.endsWith(':href');
    if (isAddress && value.trim().startsWith('#') && !namesOnly.has(local)) part.names.push(value.trim().slice(1));
    part.names.push(...namesIn(value));
  }

  /** One that draws itself is drawn by no browser, and is no drawing that anybody made. */
  #sizeOf(part: Part | undefined): number {
    if (part === undefined) return 0;
    if (part.size === 'counting') return Number.POSITIVE_INFINITY;
    if (part.size !== undefined) return part.size;
    part.size = 'counting';
    let size = 1;
    for (const inner of part.parts) size += this.#sizeOf(inner);
    for (const name of part.names) size += this.#sizeOf(this.#named.get(name));
    part.size = size;
    return size;
  }
}

/** Each #name that a style asks for: url(#name), url("#name"). */
function namesIn(style: string): string[] {
  const names: string[] = [];
  const spaced = style.replaceAll(/\s+/g, ' ');
  const lower = spaced.toLowerCase();
  for (let at = lower.indexOf('url('); at >= 0; at = lower.indexOf('url(', at + 4)) {
    const said = spaced.slice(at + 4, at + 10 + longestName).trimStart();
    const quote = said.startsWith('"') || said.startsWith("'") ? said.charAt(0) : '';
    const address = said.slice(quote.length).trimStart();
    const end = address.indexOf(quote === '' ? ')' : quote);
    if (address.startsWith('#') && end > 0) names.push(address.slice(1, end).trim());
  }
  return names;
}

function holdsDrawing(text: string): boolean {
  return /data:\s*image\/svg/i.test(text);
}

/**
 * Styles from elsewhere, signs that change what letters mean, and entities: some programs name their addresses by those, but
 * one that stands for markup, or for others, multiplies.
 */
function saysMoreThanItsElements(svg: string): boolean {
  if (/<\?xml-stylesheet|@import|\x1b/i.test(svg)) return true;
  const declared = svg.split('<!ENTITY').length - 1;
  if (declared === 0) return false;
  const plain = [...svg.matchAll(entity)].filter(([, double, single]) => !/[<&%]/.test(double ?? single ?? ''));
  return plain.length !== declared;
}
