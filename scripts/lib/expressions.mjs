/** Finds the regular expressions of a source: literals, and those put together of constants. */
import ts from 'typescript';

/** @typedef {{ source: string, flags: string, line: number }} Expression */

/**
 * What is only known when the program runs stands as `x`.
 * @param {string} fileName @param {string} text @returns {Expression[]}
 */
export function expressionsIn(fileName, text) {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const constants = constantsOf(file);
  /** @type {Expression[]} */
  const found = [];
  /** @param {ts.Node} node @param {string} source @param {string} flags */
  const add = (node, source, flags) => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ source, flags, line });
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      add(node, node.text.slice(1, end), node.text.slice(end + 1));
    } else if (isNewRegExp(node)) {
      const [source, flags] = node.arguments ?? [];
      if (source !== undefined)
        add(node, textOf(source, constants), flags === undefined ? '' : textOf(flags, constants));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** @param {ts.Node} node @returns {node is ts.NewExpression | ts.CallExpression} */
function isNewRegExp(node) {
  const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
  return isCall && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp';
}

/** @param {ts.SourceFile} file @returns {Map<string, ts.Expression>} */
function constantsOf(file) {
  const constants = new Map();
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations)
      if (ts.isIdentifier(name) && initializer !== undefined) constants.set(name.text, initializer);
  }
  return constants;
}

/** @param {ts.Expression} node @param {Map<string, ts.Expression>} constants @returns {string} */
function textOf(node, constants) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isRegularExpressionLiteral(node)) return node.text.slice(1, node.text.lastIndexOf('/'));
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.map(({ expression, literal }) => textOf(expression, constants) + literal.text);
    return node.head.text + spans.join('');
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return textOf(node.left, constants) + textOf(node.right, constants);
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'source') return textOf(node.expression, constants);
  if (ts.isCallExpression(node)) return joined(node, constants) ?? 'x';
  const constant = ts.isIdentifier(node) ? constants.get(node.text) : undefined;
  return constant === undefined ? 'x' : textOf(constant, constants);
}

/** `[…].join('|')` @param {ts.CallExpression} call @param {Map<string, ts.Expression>} constants */
function joined({ expression, arguments: [between] }, constants) {
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'join' || between === undefined)
    return undefined;
  const list = expression.expression;
  if (!ts.isArrayLiteralExpression(list)) return undefined;
  return list.elements.map((element) => textOf(element, constants)).join(textOf(between, constants));
}
