/** Earlier states of an article with what each change was, from the whole texts the store keeps. */
import type { OutputOf } from '../../../contract/index.ts';
import { changedPassages, countChanges } from '../../reading/changed-passages.ts';
import { plainText } from '../../reading/plain-text.ts';
import { compareStates } from '../../reading/revisions.ts';
import type { Revision } from '../../store/articles/get-article.ts';

/** `states` newest first, the present one at the head. Changes that no reader could see are left out. */
export function revisionSteps(states: readonly Revision[]): OutputOf<'articles.revisions'> {
  const texts = states.map((state) => ({ ...state, text: plainText(state.html) }));
  return texts.slice(1).flatMap((before, at) => {
    const after = texts[at];
    const change = after === undefined ? undefined : compareStates(before, after);
    if (after === undefined || change === undefined) return [];
    const passages = changedPassages(before, after);
    return [
      {
        at: before.at,
        title: before.title,
        severity: change.severity,
        counts: countChanges(passages),
        passages: passages.map((passage) => ({ ...passage, before: [...passage.before], after: [...passage.after] })),
      },
    ];
  });
}
