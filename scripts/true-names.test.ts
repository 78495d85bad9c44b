/** What the documents and the comments name is there: a file, a folder, a command, a name of the code. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const found = (pattern: string): string[] =>
  globSync(pattern, { cwd: root, exclude: (name) => name === 'node_modules' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
const text = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');

const folders = '{src,scripts,e2e,bench,docs,resources}';
const files = [...found('*'), ...found('.*'), ...found(`${folders}/**/*`), ...folders.slice(1, -1).split(',')];
// style.md makes its examples up
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...found('docs/**/*.md').filter((path) => path !== 'docs/style.md'),
];
const sources = found('{src,scripts,e2e,bench,resources}/**/*.{ts,tsx,mjs,cjs,css}');

/** The end of a path will do: as much of it as a reader needs. */
const ends = new Set(files.flatMap((path) => path.split('/').map((_, at, names) => names.slice(at).join('/'))));
const isThere = (name: string): boolean => ends.has(name.replace(/^(?:\.{1,2}\/)+/, '').replace(/\/$/, ''));

// of other programs and of the libraries that a reader has: not files of ours
const othersFiles: ReadonlySet<string> = new Set(['score.mjs']); // of whoever made a corpus
const endings = /(?<![\w./*…{-])(?:[\w.-]+\/)*[\w-][\w.-]*\.(?:tsx?|mjs|cjs|css|md)\b(?![\w/*])/g;
const ourFolder = /^(?:\.\/)?(?:src|scripts|e2e|bench|docs|resources)\/[\w./-]*$/;
const quoted = /`([^`\n]+)`/g;

/** The comments of a source. A string that looks like one is a name all the same. */
function comments(source: string): string {
  return source
    .split('\n')
    .flatMap((line) => /^\s*(?:\/\*\*?|\*|\/\/)(.*)$/.exec(line)?.[1] ?? / \/\/ (.*)$/.exec(line)?.[1] ?? [])
    .join('\n');
}

const absent = (path: string, names: readonly string[]): string[] =>
  names.filter((name) => !isThere(name) && !othersFiles.has(name)).map((name) => `${path}: ${name}`);

test('every file that a comment names is there', () => {
  const own = sources.filter((path) => !path.includes('/fixtures/'));
  expect(own.flatMap((path) => absent(path, comments(text(path)).match(endings) ?? []))).toEqual([]);
});

test('every file and folder that a document names is there', () => {
  const named = documents.flatMap((path) => {
    const inQuotes = [...text(path).matchAll(quoted)].map(([, name = '']) => name);
    return absent(path, [...inQuotes.filter((name) => ourFolder.test(name)), ...(text(path).match(endings) ?? [])]);
  });
  expect(named).toEqual([]);
});

test('every command of npm that a document names is one of the project', () => {
  const { scripts } = JSON.parse(text('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const named = documents.flatMap((path) =>
    [...text(path).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => ({ path, name })),
  );
  expect(named.filter(({ name }) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test('every name of the code that a document quotes stands in the code', () => {
  const code = ['package.json', ...sources].map(text).join('\n');
  const words = new Set(code.match(/[\w$]+/g));
  const named = documents.flatMap((path) =>
    [...text(path).matchAll(quoted)]
      .map(([, name = '']) => name)
      .filter((name) => /^[a-z]+[A-Z]\w*(?:\(\))?$/.test(name))
      .map((name) => ({ path, name: name.replace('()', '') })),
  );
  // of Electron alone: the page on the stand-in says what that one lacks
  expect(named.filter(({ name }) => !words.has(name) && name !== 'sendSync')).toEqual([]);
});
