/** Makes the core build (core-build.mjs). Part of every build of the window. */
import { build } from 'vite';
import { coreBuildFolder, coreSources, writeRecord } from './core-build.mjs';
import { inRoot, root } from './root.mjs';

const workers = ['reader', 'writer', 'task', 'story'];
const input = {
  ...Object.fromEntries(['core', 'cli', 'server'].map((name) => [name, inRoot('src', name, 'index.ts')])),
  ...Object.fromEntries(workers.map((kind) => [`${kind}-worker`, inRoot(`src/core/engine/workers/${kind}-worker.ts`)])),
};

/** Files that the sources start as programs or workers of their own, and where they lie in the build. */
const ownFiles = [
  { source: /'\.\.\/engine\/workers\/(\w+-worker)\.ts'/g, built: "'./$1.js'" },
  { source: /'\.\.\/(server)\/index\.ts', import\.meta\.url/g, built: "'./$1.js', import.meta.url" },
];

/** @type {Promise<void> | undefined} */
let made;

/** Once a process, however often it is asked for. */
export function bundleCore() {
  made ??= bundle();
  return made;
}

async function bundle() {
  const sources = coreSources();
  // better-sqlite3 carries a binary, which no bundle can hold; each file of the other packages would be a file more to open
  const external = ['better-sqlite3'];
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, external },
    plugins: [
      {
        name: 'own-files',
        // as the sources write them
        enforce: 'pre',
        /** @param {string} code @param {string} id */
        transform(code, id) {
          if (!id.startsWith(`${root}/src/`) || !code.includes('import.meta.url')) return;
          return { code: ownFiles.reduce((text, { source, built }) => text.replace(source, built), code), map: null };
        },
      },
    ],
    build: {
      ssr: true,
      outDir: coreBuildFolder,
      emptyOutDir: true,
      target: 'node24',
      rolldownOptions: {
        input,
        external,
        // all in one folder: what lies beside the build is found from each of them
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  writeRecord(sources);
}
