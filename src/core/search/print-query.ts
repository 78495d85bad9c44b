/** Writes a tree as a query: reading it again gives the same tree. */
import type { QueryNode, TextNode } from './query-tree.ts';

export function printQuery(tree: QueryNode | undefined): string {
  return tree === undefined ? '' : printNode(tree);
}

function printNode(node: QueryNode): string {
  switch (node.kind) {
    case 'and':
      return node.parts.map((part) => (part.kind === 'or' ? inBrackets(part) : printNode(part))).join(' ');
    case 'or':
      return node.parts.map(printNode).join(' OR ');
    case 'not':
      return ['and', 'or', 'not'].includes(node.part.kind) ? `-${inBrackets(node.part)}` : `-${printNode(node.part)}`;
    case 'text':
      return printText(node);
    case 'near':
      return `NEAR(${node.words.map(nearWord).join(' ')}, ${node.distance})`;
    case 'filter':
      return `${node.operator}:${node.values.map(printValue).join(',')}`;
    case 'date':
      return `${node.operator}:${node.value}`;
  }
}

function inBrackets(node: QueryNode): string {
  return `(${printNode(node)})`;
}

function printText({ text, form, column }: TextNode): string {
  const plain = form === 'phrase' ? `"${text}"` : form === 'prefix' ? `${text}*` : text;
  if (column === undefined) return plain;
  // a comma after a column would mean or
  return form !== 'phrase' && text.includes(',') ? `${column}:(${plain})` : `${column}:${plain}`;
}

export function printValue(value: string): string {
  return /^[^\s",()]+$/u.test(value) ? value : `"${value.replaceAll('"', '')}"`;
}

function nearWord(word: string): string {
  return /^[^\s",()]+$/u.test(word) && !word.endsWith('*') ? word : `"${word}"`;
}
