/** Archive files into the library: prepared in a task worker, written in steps. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '../../../contract/errors.ts';
import type { FlowParts } from '../flow-parts.ts';
import type { Flows } from '../router.ts';
import { linesOf } from './lines-of.ts';

const linesAtOnce = 500;

export function archiveFlows({ asks, bus, options }: FlowParts) {
  return {
    'archive.import': async (input) => {
      const prepared = await asks.work('archive.prepare', input);
      if (!prepared.ok) return prepared;
      const stored = await asks.write('archive.store', { feeds: prepared.value.feeds });
      if (!stored.ok) return stored;
      if (stored.value.feeds > 0) bus.emit({ type: 'feeds-changed' });
      if (stored.value.added > 0)
        bus.emit({ type: 'articles-arrived', added: stored.value.added, updated: 0, feedIds: [] });
      return ok({ ...stored.value, bad: [...prepared.value.bad] });
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
          ? await asks.write('archive.fill', { folder, tables: checked.value.tables })
          : await merge({ asks }, folder);
      if (!taken.ok) return taken;
      const pictures = await asks.work('archive.takePictures', { folder, pictures: checked.value.pictures });
      if (!pictures.ok) return pictures;
      const { added, known, feeds } = taken.value;
      bus.emit({ type: 'feeds-changed' });
      bus.emit({ type: 'articles-arrived', added, updated: 0, feedIds: [] });
      const settings = await asks.read('settings.get', {});
      if (settings.ok) bus.emit({ type: 'settings-changed', settings: settings.value });
      return ok({ articles: added, known, feeds, pictures: pictures.value });
    },
  } satisfies Partial<Flows>;
}

/** Into a library that holds something already: feeds by their address, articles by their identity. */
async function merge({ asks }: Pick<FlowParts, 'asks'>, folder: string) {
  const sums = { added: 0, known: 0, feeds: 0 };
  let lines: string[] = [];
  const send = async () => {
    const prepared = await asks.work('archive.prepare', { lines, firstLine: 1 });
    lines = [];
    if (!prepared.ok) return prepared;
    const stored = await asks.write('archive.store', { feeds: prepared.value.feeds });
    if (!stored.ok) return stored;
    sums.added += stored.value.added;
    sums.known += stored.value.known;
    sums.feeds += stored.value.feeds;
    return ok(true as const);
  };
  for (const line of linesOf(join(folder, 'articles.ndjson'))) {
    lines.push(line);
    if (lines.length < linesAtOnce) continue;
    const sent = await send();
    if (!sent.ok) return sent;
  }
  const sent = lines.length === 0 ? ok(true as const) : await send();
  return sent.ok ? ok(sums) : sent;
}
