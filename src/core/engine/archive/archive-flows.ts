/** Archive files into the library: prepared in a task worker, written in steps. */
import { readFileSync } from 'node:fs';
import { ok, type Result } from '../../../contract/errors.ts';
import type { FlowParts } from '../flow-parts.ts';
import type { Flows } from '../router.ts';
import { articlesFile } from './archive-names.ts';
import { takenInPart } from './check-archive.ts';
import { linesOf } from './lines-of.ts';
import { stageFolder } from './stage-tables.ts';

const linesAtOnce = 500;
// one is prepared while another is stored, and the third waits for whichever is done first
const takenAtOnce = 3;

export function archiveFlows({ asks, bus, options }: FlowParts) {
  const take = lineTaker({ asks });
  return {
    'archive.import': async ({ lines, firstLine }) => {
      const taken = await take(lines, firstLine);
      if (!taken.ok) return taken;
      const { added, feeds } = taken.value;
      if (feeds > 0) bus.tell('archive.import', { type: 'feeds-changed' });
      if (added > 0) bus.tell('archive.import', { type: 'articles-arrived', added, updated: 0, feedIds: [] });
      return taken;
    },
    'archive.exportFolder': async (input) => {
      const { catalogueFile } = options;
      const script = catalogueFile === undefined ? undefined : new URL('check-archive.mjs', catalogueFile);
      const checker = script === undefined ? null : readFileSync(script, 'utf8');
      return asks.work('archive.exportFolder', { folder: input.folder, checker });
    },
    'archive.importFolder': async ({ folder }) => {
      const checked = await asks.work('archive.checkFolder', { folder });
      if (!checked.ok) return checked;
      const isEmpty = await asks.read('library.isEmpty', {});
      if (!isEmpty.ok) return isEmpty;
      const taken =
        isEmpty.value && checked.value.isSameForm
          ? await fill({ asks }, { folder, tables: checked.value.tables, libraryFolder: options.libraryFolder })
          : await merge({ asks }, folder, checked.value.tables);
      if (!taken.ok) return taken;
      const pictures = await asks.work('archive.takePictures', { folder, pictures: checked.value.pictures });
      if (!pictures.ok) return pictures;
      const { added, known, feeds } = taken.value;
      bus.tell('archive.importFolder', { type: 'feeds-changed' });
      bus.tell('archive.importFolder', { type: 'articles-arrived', added, updated: 0, feedIds: [] });
      const settings = await asks.read('settings.get', {});
      if (settings.ok) bus.tell('archive.importFolder', { type: 'settings-changed', settings: settings.value });
      return ok({ articles: added, known, feeds, pictures: pictures.value });
    },
  } satisfies Partial<Flows>;
}

/** Lines that come while others are stored are prepared meanwhile; they are stored in the order in which they came. */
function lineTaker({ asks }: Pick<FlowParts, 'asks'>) {
  let before: Promise<unknown> = Promise.resolve();
  return (lines: readonly string[], firstLine: number) => {
    const preparing = asks.work('archive.prepare', { lines, firstLine });
    const storing = before.then(async () => {
      const prepared = await preparing;
      if (!prepared.ok) return prepared;
      const stored = await asks.write('archive.store', { feeds: prepared.value.feeds });
      return stored.ok ? ok({ ...stored.value, bad: [...prepared.value.bad] }) : stored;
    });
    before = storing;
    return storing;
  };
}

/** Into an empty library: its tables are cleaned in a worker, and stored by the writer from there. */
async function fill(
  { asks }: Pick<FlowParts, 'asks'>,
  input: { readonly folder: string; readonly tables: readonly string[]; readonly libraryFolder: string },
) {
  const staged = await asks.work('archive.stageTables', { folder: input.folder, tables: input.tables });
  if (!staged.ok) return staged;
  const filled = await asks.write('archive.fill', { folder: stageFolder(input.libraryFolder), tables: staged.value });
  await asks.work('archive.clearStage', {});
  return filled;
}

/** Into a library that holds something already: feeds by their address, articles by their identity, last those without text. */
async function merge({ asks }: Pick<FlowParts, 'asks'>, folder: string, tables: readonly string[]) {
  const sums = { added: 0, known: 0, feeds: 0 };
  const take = lineTaker({ asks });
  const underWay: ReturnType<typeof take>[] = [];
  const settle = async () => {
    const taken = await underWay.shift();
    if (taken?.ok !== true) return taken;
    sums.added += taken.value.added;
    sums.known += taken.value.known;
    sums.feeds += taken.value.feeds;
    return undefined;
  };
  const pieces = inPieces(linesOf(folder, articlesFile));
  for (;;) {
    // the file may be another by now than when it was checked: then what it holds now is not read any further
    const piece = nextPiece(pieces);
    if (!piece.ok) return piece;
    if (piece.value.done === true) break;
    underWay.push(take(piece.value.value, 1));
    const failed = underWay.length < takenAtOnce ? undefined : await settle();
    if (failed !== undefined) return failed;
  }
  while (underWay.length > 0) {
    const failed = await settle();
    if (failed !== undefined) return failed;
  }
  const remembered = await asks.write('archive.remember', { folder, tables });
  return remembered.ok ? ok(sums) : remembered;
}

function nextPiece(pieces: Generator<string[]>): Result<IteratorResult<string[], void>> {
  try {
    return ok(pieces.next());
  } catch (error) {
    return takenInPart(error);
  }
}

function* inPieces(lines: Iterable<string>): Generator<string[]> {
  let piece: string[] = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length < linesAtOnce) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
