/** What the files of an archive folder are called, tied to what they are; nothing else is read out of one. */
import { hashInMediaPath } from '../../lib/own-files/media-path.ts';

export const archiveKinds = ['page', 'index', 'picture', 'articles', 'table', 'subscriptions', 'tool'] as const;
export type ArchiveKind = (typeof archiveKinds)[number];

const MB = 1024 * 1024;
const picturesFolder = 'pictures/';

export const articlesFile = 'articles.ndjson';
export const libraryFacts = 'library.json';
export const tableFile = (table: string): string => `tables/${table}.ndjson`;
export const pictureFile = (mediaPath: string): string => `${picturesFolder}${mediaPath}`;

interface Form {
  readonly fits: (path: string) => boolean;
  /** Files in lines are read one by one: only a line may not be endless. */
  readonly mostBytes: number;
}
const form = (pattern: RegExp, mostBytes: number): Form => ({ fits: (path) => pattern.test(path), mostBytes });

const forms: Readonly<Record<ArchiveKind, Form>> = {
  page: form(/^pages\/\d{4}-\d{2}\/\d{1,16}\.html$/, 64 * MB),
  index: form(/^(?:pages\/\d{4}-\d{2}\/)?index\.html$/, 256 * MB),
  picture: { fits: (path) => hashOfPicture(path) !== undefined, mostBytes: 256 * MB },
  articles: form(/^articles\.ndjson$/, Number.MAX_SAFE_INTEGER),
  table: form(/^tables\/[a-z][a-z_]{1,40}\.ndjson$/, Number.MAX_SAFE_INTEGER),
  subscriptions: form(/^subscriptions\.opml$/, 256 * MB),
  tool: form(/^(?:library\.json|check-archive\.mjs)$/, MB),
};

/** The most bytes that a file of this kind and name may have; undefined when no file of this kind is called that. */
export function mostBytesOf(kind: ArchiveKind, path: string): number | undefined {
  return forms[kind].fits(path) ? forms[kind].mostBytes : undefined;
}

/** SHA-256 that the name says. */
export function hashOfPicture(path: string): string | undefined {
  const inLibrary = mediaPathOf(path);
  return inLibrary === undefined ? undefined : hashInMediaPath(inLibrary);
}

/** Where in a library a picture of the archive lies. */
export function mediaPathOf(path: string): string | undefined {
  const inLibrary = path.startsWith(picturesFolder) ? path.slice(picturesFolder.length) : undefined;
  return inLibrary !== undefined && hashInMediaPath(inLibrary) !== undefined ? inLibrary : undefined;
}

export function tableOf(path: string): string | undefined {
  return /^tables\/([a-z][a-z_]{1,40})\.ndjson$/.exec(path)?.[1];
}
