import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { plantTree } from './testing/planted-tree.ts';

const biome = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url));

/** The project's own configuration, without what asks git. */
const config = JSON.stringify({
  ...JSON.parse(readFileSync(new URL('../biome.json', import.meta.url), 'utf8')),
  $schema: undefined,
  vcs: { enabled: false },
});

function lint(files: Readonly<Record<string, string>>): { rules: string[]; code: number | null } {
  const { folder, remove } = plantTree({ 'biome.json': config, ...files });
  try {
    const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
    const { stdout, status } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const { diagnostics }: { diagnostics: { category: string }[] } = JSON.parse(stdout);
    return { rules: diagnostics.map(({ category }) => category.replace(/^lint\//, '')), code: status };
  } finally {
    remove();
  }
}

const later = 'export async function later(): Promise<number> {\n  return await Promise.resolve(3);\n}\n';

test.each([
  ['a promise from another file that nobody waits for', 'nursery/noFloatingPromises', 'later();\n'],
  [
    'a promise from another file taken for a condition',
    'nursery/noMisusedPromises',
    'export const is = later() ? 1 : 2;\n',
  ],
  ['a non-null assertion', 'style/noNonNullAssertion', 'export const l = [later].at(0)!;\n'],
  ['any', 'suspicious/noExplicitAny', 'export const a: any = later;\n'],
  [
    'a function of 61 lines',
    'complexity/noExcessiveLinesPerFunction',
    `export function long(): void {\n${'  void later();\n'.repeat(61)}}\n`,
  ],
])('lint refuses %s', (_what, rule, text) => {
  const { rules, code } = lint({
    'src/later.ts': later,
    'src/planted.ts': `import { later } from './later.ts';\n\n${text}`,
  });
  expect(rules).toContain(rule);
  expect(code).toBe(1);
});

test('lint accepts a promise that is awaited, and a function of 60 lines', () => {
  const text = `export async function long(): Promise<void> {\n${'  await later();\n'.repeat(60)}}\n`;
  const { rules, code } = lint({
    'src/later.ts': later,
    'src/planted.ts': `import { later } from './later.ts';\n\n${text}`,
  });
  expect({ rules, code }).toEqual({ rules: [], code: 0 });
});
