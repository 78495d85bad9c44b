/** The directions of dependency of docs/architecture.md, as errors. Each comment says what to do instead. */

const tests = '\\.(test|spec)\\.tsx?$';
const product = '^src/(contract|core|sample|window-page|main|server|cli|preload|renderer)/';
const nouns = ['feeds', 'reading', 'curation', 'search', 'opml', 'rules'];

/** Imports outside `allowed` from inside `folder` are errors; tests may reach further, for fixtures and real servers. */
const only = (name, folder, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: tests },
  to: { path: '^(src|bench|e2e|scripts|resources)/', pathNot: [`^src/${folder}/`, ...allowed] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one thing, or share a third: move what both need to a file below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file and it imports nothing. Use it, or delete it.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$', tests] },
      to: {},
    },
    {
      name: 'resolvable',
      comment:
        'This import leads nowhere. Write the path with its ending (.ts, .tsx), or add the package to package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\?', '^node:'] },
    },
    {
      name: 'declared-packages-only',
      comment:
        'This package is here only because another needs it. Name it in package.json with an exact version first.',
      severity: 'error',
      from: { path: '^(src|bench|e2e|scripts)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'contract-needs-zod-alone',
      comment:
        'The contract is read by every process. Move code that does something to core, and leave names, types and schemas here.',
      severity: 'error',
      from: { path: '^src/contract/', pathNot: tests },
      to: { pathNot: ['^src/contract/', '(^|/)node_modules/zod/'] },
    },
    ...nouns.map((noun) =>
      only(
        `core-${noun}-stands-alone`,
        `core/${noun}`,
        ['^src/core/lib/', '^src/contract/'],
        'The parts of the core do not know each other. Let core/engine call both, or move what both need to core/lib.',
      ),
    ),
    only(
      'core-lib-needs-contract-alone',
      'core/lib',
      ['^src/contract/'],
      'core/lib lies below every part of the core. Move this to the part whose business it is.',
    ),
    only(
      'store-needs-lib-and-contract',
      'core/store',
      ['^src/core/lib/', '^src/contract/'],
      'The store keeps and finds. Let core/engine compute the value and hand it over.',
    ),
    only(
      'core-needs-no-shell',
      'core',
      ['^src/contract/'],
      'Nothing in the core knows which shell it runs in. Pass it into createCore as an option.',
    ),
    only(
      'sample-needs-contract-alone',
      'sample',
      ['^src/contract/', '^src/core/lib/own-files/', '^resources/'],
      'The sample edition is a server like any publisher: the core reads it over HTTP. Do what is needed in the shell.',
    ),
    only(
      'window-page-needs-contract-alone',
      'window-page',
      ['^src/contract/', '^src/core/lib/own-files/'],
      'Both shells serve the page through these helpers. Pass in what belongs to one shell.',
    ),
    ...['main', 'server', 'cli'].map((shell) =>
      only(
        `${shell}-uses-the-door-of-the-core`,
        shell,
        [
          '^src/core/index\\.ts$',
          '^src/core/engine/.+-worker\\.ts$',
          '^src/contract/',
          '^src/sample/',
          '^src/window-page/',
        ],
        'A shell calls the core through createCore in core/index.ts, by the names of the contract. Add a method there.',
      ),
    ),
    only(
      'preload-is-a-bridge',
      'preload',
      ['^src/contract/'],
      'The preload holds { call, on } and nothing else. Do it in main, or in the renderer.',
    ),
    only(
      'renderer-needs-contract-types',
      'renderer',
      ['^src/contract/'],
      'The window knows names and types alone. Ask for the value with client.call.',
    ),
    {
      name: 'contract-is-types-to-the-window',
      comment: 'A value of the contract brings zod into the window. Write "import type", and let the router check.',
      severity: 'error',
      from: { path: '^src/(renderer|preload)/', pathNot: tests },
      // of which the build writes the finished table (electron.vite.config.ts)
      to: {
        path: '^src/contract/',
        pathNot: '^src/contract/stale-after\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'features-do-not-know-each-other',
      comment: 'Move what two screens share to renderer/ui or renderer/lib, or let renderer/app put them together.',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    },
    {
      name: 'features-lie-above-ui-and-lib',
      comment: 'A primitive knows no screen. Pass what it shows as properties.',
      severity: 'error',
      from: { path: '^src/renderer/(ui|lib|client)/', pathNot: tests },
      to: { path: '^src/renderer/(features|app)/' },
    },
    {
      name: 'one-door-to-sqlite',
      comment:
        'Only core/store/connect.ts opens a database, so that every connection takes it for data alone. Take one from there.',
      severity: 'error',
      from: { path: '^(src|bench|scripts|e2e)/', pathNot: '^src/core/store/connect\\.ts$' },
      to: { path: '(^|/)node_modules/better-sqlite3/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'electron-in-its-shell-alone',
      comment: 'Everything else also runs where there is no Electron. Reach it through main and its IPC.',
      severity: 'error',
      from: { path: '^(src|bench|e2e|scripts)/', pathNot: '^(src/(main|preload)|e2e/electron)/' },
      to: { path: '(^|/)node_modules/electron/' },
    },
    {
      name: 'no-node-in-the-window',
      comment: 'The window runs in a sandbox, and in a browser. Do this in the core and ask for it with client.call.',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-tests-in-the-product',
      comment:
        'What the product needs does not lie in a test, in src/testing, bench, e2e or scripts. Move it to the part it serves.',
      severity: 'error',
      from: { path: product, pathNot: tests },
      to: { path: ['^src/testing/', '^(bench|e2e|scripts)/', tests] },
    },
    {
      name: 'no-development-packages-in-the-product',
      comment: 'The core and the shells ship with "dependencies" alone. Move the package there in package.json.',
      severity: 'error',
      from: { path: '^src/(core|contract|main|server|cli|sample|window-page)/', pathNot: [tests, '\\.d\\.ts$'] },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/(electron|@types)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)fixtures/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.web.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
