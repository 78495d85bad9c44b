/** Serves the sample edition over real HTTP on this machine, so that it travels exactly the way any publisher's feed does. */

import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerDocument, answerNotFound } from './answer-request.ts';
import { loadTitles, sampleFolder } from './load-titles.ts';
import { articlesPerWeek, feedUrl, type SampleTitle, siteUrl } from './sample-title.ts';
import { TitleDesk } from './title-desk.ts';

export interface SampleEditionOptions {
  /** Epoch milliseconds from which all times count back. Keep it with the library: it is what holds the dates still. */
  readonly startedAt: number;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Fetches, in earlier starts, of the feed that corrects itself; kept with the library like `startedAt`. */
  readonly correctionFetches?: number;
  /** Called after each further one with their number. */
  readonly onCorrectionFetch?: (fetches: number) => void;
  /** How long the slow title thinks, milliseconds; 19,000 unless told. */
  readonly slowAnswerMs?: number;
  /** The folder `resources/sample/`, when it is not beside the sources. */
  readonly folder?: URL;
}

export interface SampleEdition {
  /** Host name to "127.0.0.1:port", for the fetcher. */
  readonly hostOverrides: Readonly<Record<string, string>>;
  readonly titles: readonly SampleTitleEntry[];
  close(): Promise<void>;
}

export interface SampleTitleEntry {
  readonly title: string;
  readonly url: string;
  readonly siteUrl: string;
  readonly section: string;
  readonly language: string;
  readonly folder: string;
  readonly country: string;
  readonly about: string;
  /** Articles of the seven days before the start: counted, not claimed. */
  readonly perWeek: number;
}

/** Rejects only when the port is taken or the sample's files are missing. */
export async function startSampleEdition(options: SampleEditionOptions): Promise<SampleEdition> {
  const folder = options.folder ?? sampleFolder;
  const titles = loadTitles(options.startedAt, folder);
  const picture = pictureShelf(folder);
  const desks = new Map(
    titles.map((title) => [title.host, new TitleDesk(title, picture, options.correctionFetches ?? 0)]),
  );
  const slowAnswerMs = options.slowAnswerMs ?? 19_000;
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const desk = desks.get(host);
    const answer = () => answerFrom(desk, request, response, options);
    if (desk?.title.answers !== 'late' || !desk.isFeed(request.url ?? '')) {
      answer();
      return;
    }
    const timer = setTimeout(answer, slowAnswerMs);
    response.on('close', () => clearTimeout(timer));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    hostOverrides: Object.fromEntries(titles.map((title) => [title.host, `127.0.0.1:${port}`])),
    titles: titles.map((title) => titleEntry(title, options.startedAt)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerFrom(
  desk: TitleDesk | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  { startedAt, onCorrectionFetch }: SampleEditionOptions,
): void {
  const path = (request.url ?? '/').replace(/[?#].*/s, '');
  if (desk === undefined || desk.title.answers === 'gone') {
    answerNotFound(response, desk?.title.host ?? 'this host');
    return;
  }
  if (desk.isFeed(path) && desk.hasCorrection()) {
    const fetches = desk.noteFeedFetch();
    onCorrectionFetch?.(fetches);
  }
  const document = desk.documentAt(path);
  if (document === undefined) {
    answerNotFound(response, desk.title.host);
    return;
  }
  // A correction is a later version, so its time must be later too; one second is the finest HTTP can say.
  answerDocument(request, response, document, startedAt + (desk.isCorrected() ? 1_000 : 0));
}

function pictureShelf(folder: URL): (file: string) => Buffer | undefined {
  const shelf = new Map<string, Buffer | undefined>();
  return (file) => {
    if (!/^[a-z-]+\.svg$/.test(file)) return undefined;
    if (!shelf.has(file)) shelf.set(file, readPicture(new URL(`pictures/${file}`, folder)));
    return shelf.get(file);
  };
}

function readPicture(place: URL): Buffer | undefined {
  try {
    return readFileSync(place);
  } catch {
    return undefined; // no such picture: the page answers 404, as a publisher's would
  }
}

function titleEntry(title: SampleTitle, startedAt: number): SampleTitleEntry {
  return {
    title: title.title,
    url: feedUrl(title),
    siteUrl: siteUrl(title),
    section: title.section,
    language: title.language,
    folder: title.folder,
    country: title.country,
    about: title.about,
    perWeek: articlesPerWeek(title, startedAt),
  };
}
