/** One story with all its coverage, and what stands beside an article: related ones, and why it is not on the page. */
import type { ArticleSummary } from '../../../contract/articles.ts';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { CoverageRow } from '../../../contract/stories.ts';
import { coverageBoard } from '../../curation/coverage-board.ts';
import { articleTime } from '../../curation/curation-article.ts';
import { scoreStory } from '../../curation/rank-stories.ts';
import { type ComparedReports, charactersCompared, compareReports } from '../../curation/reports/compare-reports.ts';
import type { Report } from '../../curation/reports/report.ts';
import { nearestReport, whyInStory } from '../../curation/reports/why-in-story.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { factsOf, openingsOf } from '../../store/articles/article-facts.ts';
import { summariesOf } from '../../store/articles/article-rows.ts';
import { articlesRevised } from '../../store/articles/get-article.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { storiesFollowed } from '../../store/stories/follows.ts';
import { headlinesKept } from '../../store/stories/headlines.ts';
import { mutesInForce } from '../../store/stories/mutes.ts';
import { articlesOfStory, type KeptReason, type RankingRow, reasonsKept } from '../../store/stories/ranking-rows.ts';
import { presentStoryId } from '../../store/stories/stories.ts';
import { numbersShown } from '../edition/show-edition.ts';
import { publisherTable, rankable } from './rank-library.ts';
import { relatedTo } from './related-now.ts';
import { correctionOf } from './report-corrections.ts';
import { withHeadline } from './story-headlines.ts';
import { groupingText, storyText } from './story-words.ts';

const earlierShown = 3;
const earlierLooked = 20;
// Far above what related articles need: nothing is better than what has only its subject in common.
const earlierLikeness = 0.2;
// A story of hundreds shows its newest; the counts are of all.
const rowsShown = 300;

type Board = OutputOf<'stories.get'>;

export function storyBoard(db: ReadableDb, input: ParsedInputOf<'stories.get'>, now: EpochMs): Result<Board> {
  const id = presentStoryId(db, input.id);
  const rows = articlesOfStory(db, id, now).toSorted((a, b) => a.at - b.at || a.id - b.id);
  const publishers = publisherTable(db, now);
  const scored = scoreStory(rankable({ id, rows }), { now, publishers: publishers.facts });
  const numbers = scored && withHeadline({ rows, numbers: scored }, headlinesKept(db, [id]).get(id)).numbers;
  const facts = factsOf(
    db,
    rows.slice(-rowsShown).map((row) => row.id),
  );
  const copyOf = new Map(rows.map((row) => [row.id, row.copyOf]));
  const openings = openingsOf(
    db,
    facts.map((article) => article.id),
    charactersCompared,
  );
  const reports = facts.map((article) => ({
    ...article,
    at: articleTime(article),
    copyOf: copyOf.get(article.id),
    text: openings.get(article.id) || article.lead,
  }));
  const board = coverageBoard(reports, publishers.active);
  if (board === undefined || numbers === undefined)
    return fail('not_found', 'This story is not in the library any more.', { id: input.id });
  const reasons = reasonsKept(
    db,
    rows.map((row) => row.id),
  );
  const lead = summariesOf(db, [Number(numbers.lead)])[0];
  if (lead === undefined) return fail('not_found', 'This story is not in the library any more.', { id: input.id });
  const compared = compareReports(reports);
  return ok({
    id,
    lead,
    section: board.sections[0]?.section ?? lead.section,
    reason: storyText(numbers, [...reasons.values()], now),
    first: { ...board.first, id: Number(board.first.id) as ArticleId },
    lastAt: board.lastAt,
    covering: numbers.publishers,
    outOf: Math.max(board.outOf, numbers.publishers),
    unread: rows.filter(({ read }) => !read).length,
    rows: coverageRows(db, { rows: board.rows, reports, compared, reasons, firstId: Number(board.first.id) }),
    differences: compared.differences.map(({ label, sides }) => ({
      label,
      sides: sides.map(({ value, articles }) => ({
        value,
        articles: articles.map((each) => Number(each) as ArticleId),
      })),
    })),
    byPublisher: board.publishers.map((publisher) => ({ ...publisher })),
    bySection: board.sections.map((section) => ({ ...section })),
    timeline: board.timeline.map((step) => ({ ...step })),
    numbers: numbersShown(numbers),
    earlier: earlierOf(db, { leadId: Number(numbers.lead), rows, now }),
    mutedUntil: mutedUntil(db, id, now),
    followed: storiesFollowed(db).has(id),
  });
}

interface RowParts {
  readonly rows: NonNullable<ReturnType<typeof coverageBoard>>['rows'];
  readonly reports: readonly Report[];
  readonly compared: ComparedReports;
  readonly reasons: ReadonlyMap<number, KeptReason>;
  readonly firstId: number;
}

function coverageRows(db: ReadableDb, { rows, reports, compared, reasons, firstId }: RowParts): CoverageRow[] {
  const articles = new Map(
    summariesOf(
      db,
      rows.map(({ id }) => Number(id)),
    ).map((article): [number, ArticleSummary] => [article.id, article]),
  );
  const revised = articlesRevised(db, [...articles.keys()]);
  const called = (id: number) => articles.get(id)?.feedTitle ?? '';
  return rows.flatMap((row) => {
    const id = Number(row.id);
    const article = articles.get(id);
    if (article === undefined) return [];
    const reason = reasons.get(id);
    const isCopy = row.copyOf !== null;
    return [
      {
        article,
        publisher: row.publisher,
        at: row.at,
        isFirst: id === firstId,
        reason: reason === undefined ? null : reasonShown(reason),
        why: whyOf(reports, id, called),
        newHere: compared.newHere.get(id) ?? null,
        onlyHere: isCopy ? [] : [...(compared.onlyHere.get(id) ?? [])],
        copyOf: row.copyOf === null ? null : (Number(row.copyOf) as ArticleId),
        correction: revised.has(id) ? correctionOf(db, id) : null,
      },
    ];
  });
}

function whyOf(reports: readonly Report[], id: number, called: (id: number) => string): string | null {
  const own = reports.find((report) => report.id === id);
  const other = nearestReport(reports, id);
  if (own === undefined || other === undefined) return null;
  return whyInStory({ own, other, called: called(Number(other.id)) });
}

function reasonShown(reason: KeptReason): CoverageRow['reason'] {
  const { shares, hoursApart, likeness } = reason;
  return { shares: [...shares], hoursApart, likeness, text: groupingText(reason) };
}

function earlierOf(
  db: ReadableDb,
  { leadId, rows, now }: { readonly leadId: number; readonly rows: readonly RankingRow[]; readonly now: EpochMs },
): ArticleSummary[] {
  const own = new Set(rows.map(({ id }) => id));
  const began = Math.min(...rows.map(({ at }) => at));
  const related = relatedTo(db, leadId, { now, limit: earlierLooked })
    .filter(({ id, at, likeness }) => !own.has(id) && at < began && likeness >= earlierLikeness)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, earlierShown);
  return summariesOf(
    db,
    related.map(({ id }) => id),
  );
}

function mutedUntil(db: ReadableDb, id: number, now: EpochMs): EpochMs | null {
  const mute = mutesInForce(db, now).find(
    ({ kind, storyId }) => kind === 'story' && storyId !== null && presentStoryId(db, storyId) === id,
  );
  return mute === undefined ? null : (mute.until ?? Number.MAX_SAFE_INTEGER);
}
