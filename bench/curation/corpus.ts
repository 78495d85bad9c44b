/** The labelled stories, when they are there: for measuring only, never shipped, so every bench must do without. */

import { existsSync, readFileSync } from 'node:fs';
import type { CurationArticle } from '../../src/core/curation/curation-article.ts';

const folder = new URL('../../../shared/curation/', import.meta.url);

export interface LabelledArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published: string | null;
  readonly source: string;
  readonly story: string;
}

export interface Score {
  readonly bcubed: { readonly p: number; readonly r: number; readonly f1: number };
  readonly worstMerge: { readonly foreign: number };
  readonly predictedClusters: number;
  readonly goldStories: number;
}

export interface Corpus {
  readonly events: readonly LabelledArticle[];
  readonly headlines: readonly LabelledArticle[];
  readonly score: (gold: readonly LabelledArticle[], predicted: Readonly<Record<string, string>>) => Score;
}

export async function loadCorpus(): Promise<Corpus | undefined> {
  const file = (name: string) => new URL(name, folder);
  if (!['events.json', 'headlines.json', 'score.mjs'].every((name) => existsSync(file(name)))) return undefined;
  const read = (name: string): LabelledArticle[] => JSON.parse(readFileSync(file(name), 'utf8'));
  const { score } = await import(file('score.mjs').href);
  return { events: read('events.json'), headlines: read('headlines.json'), score };
}

const undated = Date.UTC(2014, 2, 11); // all at one moment: time neither helps nor hurts

export function asArticle(labelled: LabelledArticle): CurationArticle {
  const at = labelled.published === null ? undated : Date.parse(labelled.published);
  return {
    id: labelled.id,
    feedId: labelled.source,
    publisher: labelled.source,
    title: labelled.title,
    lead: labelled.text.slice(0, 400),
    language: 'en',
    publishedAt: at,
    arrivedAt: at,
    hasPicture: false,
    wordCount: labelled.text.split(/\s+/).length,
  };
}
