import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { plantTree } from './testing/planted-tree.ts';

const configFile = fileURLToPath(new URL('../.dependency-cruiser.cjs', import.meta.url));
const cruiser = fileURLToPath(
  new URL('../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', import.meta.url),
);
const config: { forbidden: { name: string; comment: string }[] } = createRequire(import.meta.url)(configFile);

/** The packages of the tree, as far as a resolver looks at them. */
const packageFiles = Object.fromEntries(
  ['zod', 'better-sqlite3', 'electron', 'react', 'undeclared'].flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
    [`node_modules/${name}/index.js`, 'module.exports = {};\n'],
  ]),
);

/** What is allowed: one import in each permitted direction. */
const soundTree = {
  ...packageFiles,
  'package.json': JSON.stringify({
    dependencies: { zod: '1.0.0', 'better-sqlite3': '1.0.0' },
    devDependencies: { electron: '1.0.0', react: '1.0.0' },
  }),
  'tsconfig.web.json': readFileSync(new URL('../tsconfig.web.json', import.meta.url), 'utf8').replace(
    /"extends": "[^"]*",/,
    '',
  ),
  'src/contract/names.ts': "import { z } from 'zod';\nexport const names = z;\nexport type Names = typeof names;\n",
  'src/core/lib/clock.ts': "import type { Names } from '../../contract/names.ts';\nexport type Clock = Names;\n",
  'src/core/feeds/parse.ts': "import type { Clock } from '../lib/clock.ts';\nexport const parse = (c: Clock) => c;\n",
  'src/core/store/connect.ts': "import Database from 'better-sqlite3';\nexport const connect = () => Database;\n",
  'src/core/store/open.ts': "import { connect } from './connect.ts';\nexport const open = connect;\n",
  'src/core/engine/router.ts':
    "import { open } from '../store/open.ts';\nexport { parse } from '../feeds/parse.ts';\nopen();\n",
  'src/core/engine/reader-worker.ts': "import './router.ts';\n",
  'src/core/index.ts': "export { parse } from './engine/router.ts';\n",
  'src/sample/serve.ts': "import { names } from '../contract/names.ts';\nexport const serve = names;\n",
  'src/window-page/page.ts': "import { names } from '../contract/names.ts';\nexport const page = names;\n",
  'src/main/index.ts':
    "import 'electron';\nimport '../core/engine/reader-worker.ts';\nimport '../core/index.ts';\nimport '../sample/serve.ts';\n",
  'src/server/index.ts': "import '../core/index.ts';\nimport '../window-page/page.ts';\nimport 'node:http';\n",
  'src/cli/index.ts': "import '../core/index.ts';\n",
  'src/preload/index.ts': "import { contextBridge } from 'electron';\ncontextBridge;\n",
  'src/renderer/ui/button.ts':
    "import 'react';\nimport type { Names } from '../../contract/names.ts';\nexport type B = Names;\n",
  'src/renderer/features/list/list.ts':
    "import type { B } from '../../ui/button.ts';\nexport const list = (b: B) => b;\n",
};

/** For each rule a file that breaks it, and the text that does. */
const violations: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'no-cycles': ['src/core/lib/round.ts', "export { trip as round } from './trip.ts';\n"],
  'no-orphans': ['src/core/lib/lonely.ts', 'export const lonely = 1;\n'],
  resolvable: ['src/core/lib/lost.ts', "import './nowhere.ts';\n"],
  'declared-packages-only': ['src/core/lib/borrowed.ts', "import 'undeclared';\n"],
  'contract-needs-zod-alone': ['src/contract/busy.ts', "import 'node:fs';\n"],
  ...Object.fromEntries(
    ['feeds', 'reading', 'curation', 'search', 'opml', 'rules'].map((noun) => [
      `core-${noun}-stands-alone`,
      [`src/core/${noun}/curious.ts`, "import '../store/open.ts';\n"] as const,
    ]),
  ),
  'core-lib-needs-contract-alone': ['src/core/lib/upwards.ts', "import '../feeds/parse.ts';\n"],
  'store-needs-lib-and-contract': ['src/core/store/clever.ts', "import '../feeds/parse.ts';\n"],
  'core-needs-no-shell': ['src/core/engine/shelled.ts', "import '../../sample/serve.ts';\n"],
  'sample-needs-contract-alone': ['src/sample/inside.ts', "import '../core/index.ts';\n"],
  'window-page-needs-contract-alone': ['src/window-page/inside.ts', "import '../server/index.ts';\n"],
  'main-uses-the-door-of-the-core': ['src/main/back-door.ts', "import '../core/store/open.ts';\n"],
  'server-uses-the-door-of-the-core': ['src/server/back-door.ts', "import '../core/engine/router.ts';\n"],
  'cli-uses-the-door-of-the-core': ['src/cli/back-door.ts', "import '../core/feeds/parse.ts';\n"],
  'preload-is-a-bridge': ['src/preload/wide.ts', "import '../core/index.ts';\n"],
  'renderer-needs-contract-types': [
    'src/renderer/lib/greedy.ts',
    "import type { parse } from '../../core/index.ts';\nexport type P = typeof parse;\n",
  ],
  'contract-is-types-to-the-window': [
    'src/renderer/lib/heavy.ts',
    "import { names } from '../../contract/names.ts';\nnames;\n",
  ],
  'features-do-not-know-each-other': ['src/renderer/features/reader/nosy.ts', "import '../list/list.ts';\n"],
  'features-lie-above-ui-and-lib': ['src/renderer/ui/knowing.ts', "import '../features/list/list.ts';\n"],
  'one-door-to-sqlite': ['src/core/store/second-door.ts', "import Database from 'better-sqlite3';\nDatabase;\n"],
  'electron-in-its-shell-alone': ['src/server/native.ts', "import 'electron';\n"],
  'no-node-in-the-window': ['src/renderer/lib/disk.ts', "import 'node:fs';\n"],
  'no-tests-in-the-product': ['src/core/lib/tested.ts', "import '../../testing/fake-clock.ts';\n"],
  'no-development-packages-in-the-product': ['src/core/lib/drawn.ts', "import 'react';\n"],
};

interface Finding {
  readonly from: string;
  readonly rule: { readonly name: string };
}

function cruise(files: Readonly<Record<string, string>>): string[] {
  const { folder, remove } = plantTree(files);
  try {
    const report = execFileSync(process.execPath, [cruiser, '--config', configFile, '--output-type', 'json', 'src'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const found: readonly Finding[] = JSON.parse(report).summary.violations;
    return found.map(({ from, rule }) => `${rule.name}: ${from}`);
  } finally {
    remove();
  }
}

test('a tree that keeps to the permitted directions breaks no rule', () => {
  expect(cruise(soundTree)).toEqual([]);
});

test('every rule of dependency finds the one import that breaks it', () => {
  const planted = Object.fromEntries(Object.values(violations));
  const found = cruise({
    ...soundTree,
    'src/core/lib/trip.ts': "export { round as trip } from './round.ts';\n",
    'src/testing/fake-clock.ts': "import '../core/index.ts';\n",
    ...planted,
  });
  const expected = config.forbidden.map(({ name }) => `${name}: ${violations[name]?.[0] ?? 'nothing planted'}`);
  expect(expected.filter((finding) => !found.includes(finding))).toEqual([]);
});

test('every rule of dependency says what to do instead', () => {
  expect(config.forbidden.filter(({ comment }) => comment.trim() === '')).toEqual([]);
});
