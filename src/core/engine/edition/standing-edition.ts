/** An edition without what went since it was made: articles of feeds that were unsubscribed from, and what was hidden by hand. */
import type { ReadableDb } from '../../store/handles.ts';
import { presentAmong } from '../../store/stories/stories.ts';
import type { RankedStory } from '../stories/rank-library.ts';
import type { EditionPlan, PlanRow } from './plan-edition.ts';

/** The plan itself while all of it is there, as nearly always. */
export function standingEdition(db: ReadableDb, plan: EditionPlan): EditionPlan {
  const planned = [...(plan.lead === null ? [] : [plan.lead]), ...plan.top, ...otherRows(plan)];
  const ids = planned.flatMap(({ id, story }) => [id, ...(story?.rows.map((row) => row.id) ?? [])]);
  const present = presentAmong(db, ids);
  if (ids.every((id) => present.has(id))) return plan;
  const stands = (rows: readonly PlanRow[]): PlanRow[] => rows.flatMap((row) => standingRow(row, present) ?? []);
  return led({
    ...plan,
    lead: plan.lead === null ? null : (stands([plan.lead])[0] ?? null),
    top: stands(plan.top),
    forYou: stands(plan.forYou),
    sections: plan.sections.map((section) => ({ ...section, rows: stands(section.rows) })),
    picks: stands(plan.picks),
    seldom: stands(plan.seldom),
  });
}

/** When what led is gone, the next best leads: a page with news never stands without a lead. */
function led(plan: EditionPlan): EditionPlan {
  const lead = plan.lead ?? plan.top[0] ?? otherRows(plan)[0] ?? null;
  const without = (rows: readonly PlanRow[]): PlanRow[] => rows.filter((row) => row !== lead);
  return {
    ...plan,
    lead,
    top: without(plan.top),
    forYou: without(plan.forYou),
    sections: plan.sections
      .map((section) => ({ ...section, rows: without(section.rows) }))
      .filter(({ rows }) => rows.length > 0),
    picks: without(plan.picks),
    seldom: without(plan.seldom),
  };
}

function otherRows(plan: EditionPlan): PlanRow[] {
  return [...plan.sections.flatMap(({ rows }) => rows), ...plan.forYou, ...plan.seldom, ...plan.picks];
}

function standingRow(row: PlanRow, present: ReadonlySet<number>): PlanRow | undefined {
  if (row.story === undefined) return present.has(row.id) ? row : undefined;
  const rows = row.story.rows.filter(({ id }) => present.has(id));
  if (rows.length === row.story.rows.length) return row;
  const told = rows.find(({ copyOf }) => copyOf === undefined) ?? rows[0];
  if (told === undefined) return undefined;
  const id = present.has(row.id) ? row.id : told.id;
  const story = recounted(row.story, rows, id);
  return { ...row, id, story: rows.length === 1 ? undefined : story };
}

/** Who tells it of those who are left; its score is that of the morning. */
function recounted(story: RankedStory, rows: RankedStory['rows'], lead: number): RankedStory {
  const publishers = new Set(rows.map(({ publisher }) => publisher));
  const [first] = rows;
  const numbers = {
    ...story.numbers,
    lead,
    publishers: publishers.size,
    copies: rows.filter(({ copyOf }) => copyOf !== undefined).length,
    firstPublisher: first?.publisher ?? story.numbers.firstPublisher,
    firstAt: first?.at ?? story.numbers.firstAt,
    perPublisher: story.numbers.perPublisher.filter(({ publisher }) => publishers.has(publisher)),
  };
  return { ...story, rows, numbers };
}
