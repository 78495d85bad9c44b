/** What a report corrected since it was first seen: a figure that is another now. */
import type { CoverageRow } from '../../../contract/stories.ts';
import { revisionsOf } from '../../store/articles/get-article.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { revisionSteps } from '../pages/revision-steps.ts';

type Correction = NonNullable<CoverageRow['correction']>;
type Passage = ReturnType<typeof revisionSteps>[number]['passages'][number];

const leadWords = 6;

/** The latest, or null: most changes are of words, and no reader has to know of them here. A few ms an article. */
export function correctionOf(db: ReadableDb, articleId: number): Correction | null {
  for (const { at, passages } of revisionSteps(revisionsOf(db, articleId))) {
    for (const passage of passages) {
      const figure = figureChanged(passage);
      if (figure !== undefined) return { at, ...figure };
    }
  }
  return null;
}

function figureChanged({ before, after, isSmall }: Passage): Omit<Correction, 'at'> | undefined {
  if (isSmall) return undefined;
  const [old, now] = [changedOnce(before), changedOnce(after)];
  if (old === undefined || now === undefined || !/\p{N}/u.test(old.text) || !/\p{N}/u.test(now.text)) return undefined;
  const words = now.lead.trim().split(/\s+/);
  return { lead: words.slice(-leadWords).join(' '), before: old.text, after: now.text };
}

/** The changed words where they stand together, and what stands before them. */
function changedOnce(words: Passage['before']): { readonly text: string; readonly lead: string } | undefined {
  const first = words.findIndex(({ isChanged }) => isChanged);
  const last = words.findLastIndex(({ isChanged }) => isChanged);
  if (first < 0 || words.slice(first, last + 1).some(({ isChanged, text }) => !isChanged && text.trim() !== ''))
    return undefined;
  const textOf = (part: typeof words) => part.map(({ text }) => text).join('');
  return { text: textOf(words.slice(first, last + 1)).trim(), lead: textOf(words.slice(0, first)) };
}
