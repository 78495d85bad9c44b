/** Sets a table as a newspaper would: numbers at the right under their heads, no empty head, a rule over the total. */

/** Of the cells of a column that say something; with fewer it is a column of words. */
const leastShareOfNumbers = 0.8;
const longestNumber = 24;
/** First columns of longer texts would cover what scrolls past them. */
const longestFixed = 24;

const units =
  '%|‰|°|°C|°F|h|m|s|min|sec|km|cm|mm|kg|g|mg|t|l|ml|ha|k|K|M|bn|mn|m²|km²|MB|GB|kB|TB|W|kW|MW|GW|kWh|MWh|GWh|V|A|Hz|px|pt|p|x|×';
const unitPattern = new RegExp(`^(?:${units})$`, 'u');
const amountPattern = new RegExp(`^[~≈<>≤≥±+−]?\\p{Sc}?\\d[\\d.,'’]*(?:${units})?\\p{Sc}?$`, 'u');
const currency = /^\p{Sc}$/u;

/** 1,032 · −4.2 % · £68 · 6 h 10 · 3:05 · 12–14 */
function isNumber(text: string): boolean {
  const parts = text.split(/[\s:/–-]/u).filter(Boolean);
  return (
    parts.some((part) => amountPattern.test(part)) &&
    parts.every((part) => amountPattern.test(part) || unitPattern.test(part) || currency.test(part))
  );
}

/** A cell that is left open says nothing of its column. */
const openPattern = /^(?:[-–—−.·?]*|n\/?a\.?)$/i;

export function finishTable(table: HTMLTableElement): void {
  removeEmptyHead(table);
  const rows = [...table.rows];
  const columns = columnsOf(rows);
  const heads = rows.filter(isHead);
  for (const [at, cells] of columns.entries()) setSide(cells, { isFirst: at === 0, heads });
  if (columns[0]?.every((cell) => textOf(cell).length <= longestFixed)) table.classList.add('fixed-first');
  const last = rows.at(-1);
  if (last && rows.length > 2 && isBold(last)) last.classList.add('total');
}

function removeEmptyHead(table: HTMLTableElement): void {
  for (const row of [...table.rows].filter(isHead)) {
    if ([...row.cells].every((cell) => textOf(cell) === '' && cell.childElementCount === 0)) row.remove();
  }
  if (table.tHead?.rows.length === 0) table.tHead.remove();
}

function isHead(row: HTMLTableRowElement): boolean {
  return row.parentElement?.nodeName === 'THEAD' || [...row.cells].every((cell) => cell.nodeName === 'TH');
}

/** Cells one under the other. Cells that reach over several rows make that uncertain: then each stays as it is. */
function columnsOf(rows: readonly HTMLTableRowElement[]): readonly (readonly HTMLTableCellElement[])[] {
  if (rows.some((row) => [...row.cells].some((cell) => cell.rowSpan > 1))) return [];
  const columns: HTMLTableCellElement[][] = [];
  for (const row of rows) {
    let at = 0;
    for (const cell of row.cells) {
      const column = columns[at] ?? [];
      columns[at] = column;
      if (cell.colSpan === 1) column.push(cell);
      at += cell.colSpan;
    }
  }
  // Where wide cells leave a gap in the array.
  return Array.from(columns, (column) => column ?? []);
}

interface SideOptions {
  readonly isFirst: boolean;
  readonly heads: readonly HTMLTableRowElement[];
}

/** The publisher's own side stands; the head of a column goes where its cells are. */
function setSide(cells: readonly HTMLTableCellElement[], { isFirst, heads }: SideOptions): void {
  const isOfHead = (cell: HTMLTableCellElement) => heads.some((row) => row === cell.parentElement);
  const below = cells.filter((cell) => !isOfHead(cell));
  const own = below.length > 0 && below.every((cell) => cell.align === 'right');
  if (!own && (isFirst || !isOfNumbers(below))) return;
  for (const cell of cells) if (cell.align === '' || own || isOfHead(cell)) cell.align = 'right';
}

function isOfNumbers(cells: readonly HTMLTableCellElement[]): boolean {
  const texts = cells.map(textOf).filter((text) => !openPattern.test(text));
  const numbers = texts.filter((text) => text.length <= longestNumber && isNumber(text));
  return numbers.length > 0 && numbers.length >= texts.length * leastShareOfNumbers;
}

function isBold(row: HTMLTableRowElement): boolean {
  if (row.parentElement?.nodeName === 'TFOOT') return true;
  const filled = [...row.cells].filter((cell) => textOf(cell) !== '');
  return (
    filled.length > 0 &&
    filled.every((cell) => {
      const inner = cell.firstElementChild;
      return (inner?.nodeName === 'B' || inner?.nodeName === 'STRONG') && textOf(inner) === textOf(cell);
    })
  );
}

function textOf(element: Element): string {
  return (element.textContent ?? '').trim();
}
