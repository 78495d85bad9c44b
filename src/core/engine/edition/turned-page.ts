/** The page as it stands now: stories under their kept headlines, and a lead that was read makes room for the next. */
import type { ReadableDb } from '../../store/handles.ts';
import { unreadAmong } from '../../store/stories/edition.ts';
import { type HeadlinesOf, withHeadline } from '../stories/story-headlines.ts';
import type { EditionPlan, PlanRow } from './plan-edition.ts';

/** Also an edition that was made hours ago names its stories as the newest does. */
export function namedAlike(plan: EditionPlan, headlinesOf: HeadlinesOf): EditionPlan {
  const kept = headlinesOf(
    [...(plan.lead === null ? [] : [plan.lead]), ...plan.top].flatMap(({ story }) => story?.id ?? []),
  );
  const named = (row: PlanRow): PlanRow => {
    if (row.story === undefined) return row;
    const story = withHeadline(row.story, kept.get(row.story.id));
    return story === row.story ? row : { ...row, story, id: Number(story.numbers.lead) };
  };
  return { ...plan, lead: plan.lead === null ? null : named(plan.lead), top: plan.top.map(named) };
}

/** The next unread story leads; the one that was read goes to the end of the top stories, under its own headline. */
export function turnedPage(db: ReadableDb, plan: EditionPlan): EditionPlan {
  const { lead, top } = plan;
  if (lead === null) return plan;
  const unread = unreadAmong(db, [lead.id, ...top.map(({ id }) => id)]);
  const next = unread.has(lead.id) ? undefined : top.find(({ id }) => unread.has(id));
  if (next === undefined) return plan;
  return { ...plan, lead: next, top: [...top.filter((row) => row !== next), { ...lead, hasLed: true }] };
}
