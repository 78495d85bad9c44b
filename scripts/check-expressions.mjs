/**
 * Holds every regular expression of the product and its scripts against recheck: none may need more than time in proportion
 * to its input. Looking at all of them takes minutes, so those that were found safe are kept in a list beside this file; a
 * new or changed one is looked at, and put on the list.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { boundedExpressions } from './lib/bounded-expressions.mjs';
import { expressionsIn } from './lib/expressions.mjs';
import { troubleWith } from './lib/judge-expression.mjs';
import { inRoot } from './lib/root.mjs';

const listFile = inRoot('scripts', 'lib', 'safe-expressions.json');

/** @type {Set<string>} */
const known = new Set(JSON.parse(readFileSync(listFile, 'utf8')));
/** @type {Set<string>} */
const safe = new Set();
const bounded = new Set(boundedExpressions());
/** @type {string[]} */
const findings = [];

for (const file of globSync(['src/**/*.{ts,tsx}', 'scripts/**/*.{ts,mjs}'], { cwd: inRoot() }).toSorted()) {
  if (/\.test\.tsx?$/.test(file)) continue;
  for (const { source, flags, line } of expressionsIn(file, readFileSync(inRoot(file), 'utf8'))) {
    const expression = `/${source}/${flags}`;
    if (safe.has(expression) || bounded.has(expression)) continue;
    const trouble = known.has(expression) ? undefined : await troubleWith(source, flags);
    if (trouble === undefined) safe.add(expression);
    else findings.push(`${file}:${line} ${expression}\n    ${trouble}`);
  }
}
if (findings.length > 0) {
  process.stderr.write(`${findings.join('\n')}\n`);
  process.stderr.write('Say it so that one text can be read in one way only; or walk through the text by indexOf.\n');
}
const list = `${JSON.stringify([...safe].toSorted(), undefined, 2)}\n`;
if (list !== readFileSync(listFile, 'utf8')) writeFileSync(listFile, list);
process.exit(findings.length > 0 ? 1 : 0);
