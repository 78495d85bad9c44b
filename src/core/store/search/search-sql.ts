/** A plan as SQL: what the index can find becomes one MATCH, dates become bounds of ids, the rest a condition on each hit. */
import type { SearchCondition, SearchPlan, TextCondition } from '../../lib/search-plan.ts';
import { lowestIdAt } from '../articles/article-id.ts';
import type { ReadableDb, SqlValue } from '../handles.ts';
import { feedToken } from './search-index.ts';
import type { Pace } from './search-windows.ts';

export interface SearchSql {
  /** Absent: the index has nothing to say, and the status rows are walked. */
  readonly match: string | undefined;
  /** Finds those hits that have every word in the headline. Absent where the index alone cannot say. */
  readonly headlineMatch: string | undefined;
  /** Bounds of ids, both included. */
  readonly low: number;
  readonly high: number;
  /** Conditions on s (article_status) and a (article), beginning with s.present. Uses :low and :high of the window. */
  readonly where: string;
  /** The match says all that `where` does, but for the articles that no search shows. */
  readonly isMatchAlone: boolean;
  readonly needsArticle: boolean;
  readonly parameters: Readonly<Record<string, SqlValue>>;
  /** Partial index that the walk over status rows takes. */
  readonly index: string | undefined;
  /** The words looked for, without those that are not wanted. */
  readonly texts: readonly TextCondition[];
  readonly pace: Pace;
}

export const lowestId = Number.MIN_SAFE_INTEGER;
export const highestId = Number.MAX_SAFE_INTEGER;
// A folder of more feeds than this is looked up at each hit: an expression of many words costs more than it saves.
const mostFeedTokens = 64;
// The index looks at bounds only when all words meet: many frequent words that never do would be walked to the end of the
// archive. The words beyond these are looked up one by one within the bounds.
const mostJoined = 6;

export function searchSql(db: ReadableDb, plan: SearchPlan & { readonly where: SearchCondition }): SearchSql {
  db.runDue();
  const root = withOpenWord(db, plan.where);
  const top = root.kind === 'and' ? root.parts : [root];
  const writer = new ConditionWriter();
  const matches: string[] = [];
  const headlines: string[] = [];
  const unwanted: string[] = [];
  const rest: SearchCondition[] = [];
  let low = lowestId;
  let high = highestId;
  for (const part of top) {
    const match = matchOf(part);
    if (match !== undefined && matches.length < mostJoined) {
      matches.push(match);
      headlines.push(...headlineParts(part, match));
    } else if (part.kind === 'time') {
      if (part.from !== undefined) low = Math.max(low, lowestIdAt(part.from));
      if (part.to !== undefined) high = Math.min(high, lowestIdAt(part.to) - 1);
    } else rest.push(part);
  }
  for (const part of rest) {
    const match = part.kind === 'not' && matches.length > 0 ? matchOf(part.part) : undefined;
    if (match !== undefined) unwanted.push(match);
    else writer.add(part);
    // those that were one too many to join are still to stand in the headline
    if (part.kind === 'text') headlines.push(...headlineParts(part, part.match));
  }
  const without = (parts: readonly string[]): string =>
    unwanted.length === 0 ? all(parts) : `(${all(parts)}) NOT (${any(unwanted)})`;
  return {
    match: matches.length === 0 ? undefined : without(matches),
    headlineMatch: matches.length === 0 ? undefined : without(headlines),
    low,
    high,
    where: ['s.present = 1', ...(plan.withHidden ? [] : ['s.hidden = 0']), ...writer.conditions].join(' AND '),
    isMatchAlone: matches.length > 0 && writer.conditions.length === 0 && !plan.withHidden,
    needsArticle: writer.needsArticle,
    parameters: writer.parameters,
    index: indexFor(rest, plan.withHidden),
    texts: wantedTexts(root),
    pace: rest.length > unwanted.length || matches.length === 0 ? 'careful' : isSingleWord(top) ? 'streams' : 'usual',
  };
}

/** One word, in any of its forms: the index lists its articles, and need not compare words. */
function isSingleWord(parts: readonly SearchCondition[]): boolean {
  const [only, ...others] = parts.filter(({ kind }) => kind !== 'time');
  return only?.kind === 'text' && others.length === 0 && only.terms.every(({ words }) => words.length === 1);
}

/** The word that is still being typed stands for itself where an article has it, else for the beginning of a word. */
function withOpenWord(db: ReadableDb, condition: SearchCondition): SearchCondition {
  if (condition.kind === 'and' || condition.kind === 'or')
    return { ...condition, parts: condition.parts.map((part) => withOpenWord(db, part)) };
  if (condition.kind !== 'text' || condition.open === undefined) return condition;
  const found = db.get('SELECT 1 FROM article_index WHERE article_index MATCH :match LIMIT 1', {
    match: condition.match,
  });
  return found === undefined ? { ...condition, ...condition.open } : condition;
}

/** The part as an FTS5 expression, when the index alone can answer it. */
function matchOf(condition: SearchCondition): string | undefined {
  if (condition.kind === 'text') return condition.match;
  if (condition.kind === 'feeds') {
    if (condition.feedIds.length > mostFeedTokens) return undefined;
    return `{feed} : (${condition.feedIds.map((id) => `"${feedToken(id)}"`).join(' OR ')})`;
  }
  if (condition.kind !== 'and' && condition.kind !== 'or') return undefined;
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const part of condition.parts) {
    const isNot = condition.kind === 'and' && part.kind === 'not';
    const match = matchOf(isNot ? part.part : part);
    if (match === undefined) return undefined;
    (isNot ? unwanted : wanted).push(match);
  }
  if (wanted.length === 0) return undefined;
  const joined = condition.kind === 'and' ? all(wanted) : any(wanted);
  return unwanted.length === 0 ? joined : `(${joined}) NOT (${any(unwanted)})`;
}

/** A word in the headline is a word anywhere: where it stands by itself, the wider search need not be made as well. */
function headlineParts(part: SearchCondition, match: string): string[] {
  const inHeadline = wantedTexts(part).map((text) => text.match.replace('{title author body}', '{title}'));
  return part.kind === 'text' ? inHeadline : [match, ...inHeadline];
}

const all = (matches: readonly string[]): string => matches.map((match) => `(${match})`).join(' AND ');
const any = (matches: readonly string[]): string => matches.map((match) => `(${match})`).join(' OR ');

function indexFor(parts: readonly SearchCondition[], withHidden: boolean): string | undefined {
  const bits = parts.flatMap((part) => (part.kind === 'bit' ? [part.bit] : []));
  if (bits.includes('starred')) return 'status_starred';
  if (bits.includes('later')) return 'status_later';
  if (bits.includes('hidden')) return 'status_hidden';
  return bits.includes('unread') && !withHidden ? 'status_unread' : undefined;
}

/** The words that a search looks for, for marks in an opened article. */
export function allTexts(db: ReadableDb, condition: SearchCondition): readonly TextCondition[] {
  return wantedTexts(withOpenWord(db, condition));
}

function wantedTexts(condition: SearchCondition): readonly TextCondition[] {
  if (condition.kind === 'text') return [condition];
  return condition.kind === 'and' || condition.kind === 'or' ? condition.parts.flatMap(wantedTexts) : [];
}

const statusBits: Readonly<Record<string, string>> = {
  unread: 's.unread = 1',
  read: 's.unread = 0',
  starred: 's.starred = 1',
  later: 's.later = 1',
  hidden: 's.hidden = 1',
};
const articleBits: Readonly<Record<string, string>> = {
  edited: 'a.revisions > 0',
  image: 'a.picture_url IS NOT NULL',
  audio: 'a.has_audio = 1',
  fulltext: 'a.has_full_text = 1',
};
const afterScheme = "substr(a.url, instr(a.url, '://') + 3)";
const host = `lower(substr(${afterScheme}, 1, instr(${afterScheme} || '/', '/') - 1))`;

/** Writes conditions with their values as parameters p0, p1, … */
class ConditionWriter {
  readonly conditions: string[] = [];
  readonly parameters: Record<string, SqlValue> = {};
  needsArticle = false;
  #next = 0;

  add(condition: SearchCondition): void {
    this.conditions.push(this.#write(condition));
  }

  #value(value: SqlValue): string {
    const name = `p${this.#next}`;
    this.#next += 1;
    this.parameters[name] = value;
    return `:${name}`;
  }

  #list(values: readonly (string | number)[]): string {
    return `(SELECT value FROM json_each(${this.#value(JSON.stringify(values))}))`;
  }

  #write(condition: SearchCondition): string {
    switch (condition.kind) {
      case 'and':
      case 'or':
        return `(${condition.parts.map((part) => this.#write(part)).join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
      case 'not':
        return `NOT coalesce(${this.#write(condition.part)}, 0)`;
      case 'text':
        return `s.article_id IN (SELECT rowid FROM article_index WHERE article_index MATCH ${this.#value(condition.match)}
          AND rowid >= :low AND rowid <= :high)`;
      case 'feeds':
        return `s.feed_id IN ${this.#list(condition.feedIds)}`;
      case 'time':
        return this.#time(condition);
      case 'bit':
        return statusBits[condition.bit] ?? this.#article(articleBits[condition.bit] ?? '0');
      default:
        return this.#facts(condition);
    }
  }

  #facts(condition: Extract<SearchCondition, { kind: 'section' | 'tag' | 'language' | 'site' | 'story' }>): string {
    switch (condition.kind) {
      case 'story':
        return this.#article(`a.story_id IN ${this.#list(condition.ids)}`);
      case 'section':
        return this.#article(
          `coalesce(a.section, (SELECT section FROM feed WHERE feed.id = a.feed_id), '') COLLATE NOCASE IN ${this.#list(condition.values)}`,
        );
      case 'tag':
        return `s.article_id IN (SELECT article_id FROM article_tag WHERE tag IN ${this.#list(condition.values)}
          AND article_id >= :low AND article_id <= :high)`;
      case 'language':
        return this.#article(
          this.#anyOf(
            condition.values,
            (value) => `lower(a.language) = ${value} OR lower(a.language) LIKE ${value} || '-%'`,
          ),
        );
      case 'site':
        return this.#article(
          this.#anyOf(condition.values, (value) => `${host} = ${value} OR ${host} LIKE '%.' || ${value}`),
        );
    }
  }

  #anyOf(values: readonly string[], write: (parameter: string) => string): string {
    return `(${values.map((value) => write(this.#value(value))).join(' OR ')})`;
  }

  #article(sql: string): string {
    this.needsArticle = true;
    return sql;
  }

  #time({ from, to }: { readonly from?: number; readonly to?: number }): string {
    const parts = [
      ...(from === undefined ? [] : [`s.article_id >= ${this.#value(BigInt(lowestIdAt(from)))}`]),
      ...(to === undefined ? [] : [`s.article_id < ${this.#value(BigInt(lowestIdAt(to)))}`]),
    ];
    return parts.length === 0 ? '1' : `(${parts.join(' AND ')})`;
  }
}
