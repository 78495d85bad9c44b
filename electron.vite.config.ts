/**
 * The three bundles of the desktop app: main (with the core's worker threads), preload and the window's page. With main goes
 * the core for those shells that run on Node alone.
 */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { normalizePath, type Plugin, type Rolldown } from 'vite';
import { bundleCore } from './scripts/lib/bundle-core.mjs';
import { staleAfter } from './src/contract/stale-after.ts';

export default defineConfig({
  main: {
    plugins: [{ name: 'core-for-node', closeBundle: () => bundleCore() }],
    build: {
      outDir: 'out/main',
      // `dependencies` stay outside the bundle: better-sqlite3 carries binaries that no bundle can hold.
      rolldownOptions: { input: 'src/main/index.ts', output: { format: 'es', entryFileNames: '[name].js' } },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed window runs its preload as CommonJS, and without a package to require but `electron`.
      externalizeDeps: false,
      rolldownOptions: { input: 'src/preload/index.ts', output: { format: 'cjs', entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [react(), englishOnly(), withoutSchemas(), windowAtOnce()],
    build: {
      outDir: 'out/renderer',
      emptyOutDir: true,
      // A start reads all of it. Main and preload are small, and their traces are read by people.
      minify: true,
      // Nothing inlined: the policy admits no data: addresses.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: 'src/renderer/index.html',
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ debugName: 'start', name: chunksOfStart() }],
          },
        },
      },
    },
  },
});

/** What the window takes of the contract as a value is worked out here: the schemas are as large as the rest of its start. */
function withoutSchemas(): Plugin {
  const table = normalizePath(resolve('src/contract/stale-after.ts'));
  return {
    name: 'without-schemas',
    load: (id) => (id === table ? `export const staleAfter = ${JSON.stringify(staleAfter)};` : undefined),
  };
}

/** react-aria says what it says to screen readers in 34 languages; this window speaks one, and a third of it was that. */
function englishOnly(): Plugin {
  return {
    name: 'english-only',
    transform(code, id) {
      if (!/\/react-(aria|stately|aria-components)\/.*\/intlStrings\.mjs$/.test(id)) return;
      const others =
        /^import \S+ from ".*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs";$|^ +"(?!en-US)[a-z]{2}-[A-Z]{2}": [$\w]+,?$/gm;
      return { code: code.replace(others, ''), map: null };
    },
  };
}

const entry = resolve('src/renderer/boot.ts');
const firstWindow = resolve('src/renderer/main.tsx');

/**
 * What runs first is one file, and what the first list needs is one more: each file more is a request more before anything
 * is shown.
 */
function chunksOfStart(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  let first: ReadonlySet<string> | undefined;
  let list: ReadonlySet<string> | undefined;
  return (id, context) => {
    first ??= importedBy(entry, context);
    list ??= importedBy(firstWindow, context);
    if (first.has(id)) return id === entry ? null : 'first';
    return list.has(id) ? 'window' : null;
  };
}

/** A module and all that it imports, however far; without what is imported later, by import(). */
function importedBy(start: string, context: Rolldown.ChunkingContext): Set<string> {
  const found = new Set([start]);
  for (const id of found) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

/** Names in the page what the entry will import, so that it is on its way before the entry has run. */
function windowAtOnce(): Plugin {
  return {
    name: 'window-at-once',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const window = chunks.find(({ facadeModuleId }) => facadeModuleId === firstWindow);
        if (!window) throw new Error('The window has no chunk of its own.');
        const needed = new Set([window]);
        for (const { imports } of needed) {
          for (const chunk of chunks) if (imports.includes(chunk.fileName)) needed.add(chunk);
        }
        const styles = [...needed].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        return [
          ...[...needed].map(({ fileName }) => ({ rel: 'modulepreload', href: `./${fileName}` })),
          ...styles.map((file) => ({ rel: 'stylesheet', href: `./${file}` })),
        ].map((link) => ({ tag: 'link', attrs: { crossorigin: true, ...link }, injectTo: 'head' }));
      },
    },
  };
}
