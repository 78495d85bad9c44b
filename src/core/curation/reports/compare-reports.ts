/** The reports of one story side by side: what is new in each, what it alone names, and where they differ. */
import type { ArticleKey } from '../curation-article.ts';
import { splitWords } from '../split-words.ts';
import { languageOfText } from '../stop-words.ts';
import { type Difference, differencesOf } from './differences.ts';
import { newInReports } from './new-in-report.ts';
import { onlyInReports } from './only-in-report.ts';
import type { Report } from './report.ts';

/** Compared of each text. Whole books of a live blog would say more about its length than about its view. */
export const charactersCompared = 4000;

export interface ComparedReports {
  /** The first sentence that no earlier report has; reports that add nothing are left out. */
  readonly newHere: ReadonlyMap<ArticleKey, string>;
  readonly onlyHere: ReadonlyMap<ArticleKey, readonly string[]>;
  readonly differences: readonly Difference[];
}

/** About 3 ms a report, most of it for the figures of the first 60. */
export function compareReports(reports: readonly Report[]): ComparedReports {
  const read = reports
    .map((report) => ({ ...report, text: report.text.slice(0, charactersCompared) }))
    .map(withLanguage);
  return { newHere: newInReports(read), onlyHere: onlyInReports(read), differences: differencesOf(read) };
}

const wordsOfLanguage = 80;

function withLanguage(report: Report): Report {
  const words = splitWords(`${report.title} ${report.text.slice(0, 600)}`).slice(0, wordsOfLanguage);
  return {
    ...report,
    language: languageOfText(
      report.language,
      words.map(({ text }) => text),
    ),
  };
}
