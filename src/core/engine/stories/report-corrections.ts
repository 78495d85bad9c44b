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
  if (old === undefined || now === undefined || isStamp(before) || isStamp(after)) return undefined;
  const [had, has] = [numbersIn(old.text), numbersIn(now.text)];
  if (had === '' || has === '' || had === has) return undefined;
  const words = now.lead.trim().split(/\s+/);
  return { lead: words.slice(-leadWords).join(' '), before: old.text, after: now.text };
}

/** "4,200" and "4200" are one number, and so are "4.2m" and "4.2 million": written anew and not corrected. */
function numbersIn(text: string): string {
  const plain = text.replace(/(\p{N})[.,\s](?=\p{N}{3}(?!\p{N}))/gu, '$1');
  return (plain.match(/\p{N}+(?:[.,]\p{N}+)*/gu) ?? []).join(' ');
}

const stamp =
  /(?<!\p{L})(?:updated|published|posted|ago|comments|shares|min read|aktualisiert|veröffentlicht|kommentare|mis à jour|publié|commentaires|actualizado|publicado|comentarios|aggiornato|pubblicato|bijgewerkt|uppdaterad|opdateret)(?!\p{L})/iu;
const longestStamp = 8; // words; in a sentence the same words tell something

/** A line that says when the page was last worked on, or how many wrote below it, changes without any correction. */
function isStamp(words: Passage['before']): boolean {
  const text = words.map((part) => part.text).join('');
  return text.trim().split(/\s+/).length <= longestStamp && stamp.test(text);
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
