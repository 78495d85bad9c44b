/** Titles to start with: the catalogue file that ships with the program, and what the program serves itself. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { CatalogueTitle } from '../../../contract/catalogue.ts';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { FlowParts } from '../flow-parts.ts';
import type { Flows } from '../router.ts';

const catalogueFile = z.object({
  titles: z.array(
    z.object({
      title: z.string(),
      section: z.string(),
      country: z.string().optional(),
      language: z.string(),
      siteUrl: z.string(),
      feedUrl: z.string(),
      perWeek: z.number().optional(),
      about: z.string(),
    }),
  ),
});

export function catalogueFlows(parts: FlowParts) {
  return { 'catalogue.list': () => listCatalogue(parts) } satisfies Partial<Flows>;
}

async function listCatalogue({ asks, options }: FlowParts): ReturnType<Flows['catalogue.list']> {
  const shipped = await shippedTitles(options.catalogueFile);
  if (!shipped.ok) return shipped;
  const titles = [...sampleTitles(options), ...shipped.value];
  const known = await asks.read('feeds.idAt', { urls: titles.map((title) => title.feedUrl) });
  if (!known.ok) return known;
  return ok(titles.map((title, at) => ({ ...title, subscribed: known.value[at] !== null })));
}

function sampleTitles({ sampleTitles: titles = [] }: FlowParts['options']): Omit<CatalogueTitle, 'subscribed'>[] {
  return titles.map((title) => ({
    title: title.title,
    section: title.section,
    country: title.country,
    language: title.language,
    siteUrl: title.siteUrl,
    feedUrl: title.url,
    perWeek: title.perWeek,
    about: title.about,
    sample: true,
    folder: [title.folder],
  }));
}

async function shippedTitles(file: URL | undefined): Promise<Result<Omit<CatalogueTitle, 'subscribed'>[]>> {
  if (file === undefined) return ok([]);
  try {
    const { titles } = catalogueFile.parse(JSON.parse(await readFile(file, 'utf8')));
    return ok(
      titles.map((title) => ({
        ...title,
        country: title.country ?? null,
        perWeek: title.perWeek ?? null,
        sample: false,
        folder: [title.section],
      })),
    );
  } catch (error) {
    return fail('file_unreadable', 'The catalogue of titles could not be read. Install Broadsheet anew.', {
      cause: String(error),
    });
  }
}
