/** Titles to start with: a catalogue that ships with the program, and the sample edition's. */
import { z } from 'zod';
import { engine, nothing } from './method.ts';

export const catalogueTitle = z.object({
  title: z.string(),
  section: z.string(),
  country: z.string().nullable(),
  language: z.string(),
  siteUrl: z.string(),
  feedUrl: z.string(),
  perWeek: z.number().nullable(),
  about: z.string(),
  /** Of the sample edition: served by this program itself. */
  sample: z.boolean(),
  folder: z.array(z.string()),
  subscribed: z.boolean(),
});
export type CatalogueTitle = z.infer<typeof catalogueTitle>;

export const catalogueMethods = {
  'catalogue.list': engine('All titles of the catalogue and of the sample edition.', nothing, z.array(catalogueTitle), {
    reads: ['feeds'],
  }),
};
