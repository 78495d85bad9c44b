/**
 * The front page as it was made: it stays as it is under the reader's eyes. A newer one waits until it is asked for;
 * only its sums are taken at once.
 */
import type { Edition, EditionRow } from '../../../contract/edition.ts';
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { InputOf } from '../../../contract/index.ts';
import { lacksFirstIcons } from '../../app/first-icons.ts';
import { learnBits } from '../../client/article-bits.ts';
import { client, queryClient } from '../../client/client.ts';
import { askKey } from '../../client/use-ask.ts';
import { createStore } from '../../lib/store.ts';

export type Range = Edition['range'];

interface EditionState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly edition: Edition | null;
  /** Made since, with stories that the page does not have. */
  readonly waiting: Edition | null;
  readonly failure: string | null;
  /** There is a first page, and it waits for the icons of its sources. */
  readonly isHeld: boolean;
}

type Wish = InputOf<'edition.get'>;

export const editionState = createStore<EditionState>({
  status: 'loading',
  edition: null,
  waiting: null,
  failure: null,
  isHeld: false,
});

let present: Wish = {};
let asked = 0;
/** Feeds whose articles were taken off the page. */
const feedsGone = new Set<number>();
/** A page left for longer than this is made anew when it is opened again. */
const keptMs = 30 * 60_000;
/** While a refresh brings articles, looking this often is enough; an undo soon after what it undoes is seen with its toast. */
const lookAgainMs = 1000;

/** Opens the page of a range with some sections; one that is there already is shown as it was left. */
export async function openEdition(wish: Wish): Promise<void> {
  const { edition } = editionState.get();
  const isSame = JSON.stringify(wish) === JSON.stringify(present);
  present = wish;
  if (isSame && edition && Date.now() - edition.madeAt < keptMs) await lookForNewer({ isOpened: true });
  else await loadEdition();
}

/** Makes the page anew and shows it: the reader asked for a change. */
export async function loadEdition(): Promise<void> {
  const wish = present;
  editionState.set((before) => ({ ...before, status: 'loading', failure: null }));
  const result = await ask(wish);
  if (wish !== present || result === undefined) return;
  if (!result.ok) editionState.set((before) => ({ ...before, status: 'failed', failure: result.error.message }));
  else if (!holdsBack(result.value)) show(result.value);
}

export function showWaiting(): void {
  const { waiting } = editionState.get();
  if (waiting) show(waiting);
}

/** Follows the core until the returned function is called. */
export function followCore(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  const rested = () => {
    timer = undefined;
    if (isDue) look();
  };
  // At once, so that an undo is seen with its toast; what comes within the rest after it is looked at once.
  const look = () => {
    isDue = timer !== undefined;
    if (isDue) return;
    void lookForNewer();
    timer = setTimeout(rested, lookAgainMs);
  };
  const stop = client.on(({ type }) => {
    if (type === 'articles-arrived' || type === 'stories-changed') look();
  });
  // The list of feeds is known anew a moment after the core told of it. Health changes at every fetch: what counts here
  // is only what comes and goes.
  const stopFeeds = queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.queryKey[0] === 'feeds.list' && feedsCameOrWent()) void lookForNewer();
  });
  return () => {
    clearTimeout(timer);
    stop();
    stopFeeds();
  };
}

/** A feed of the shown page was unsubscribed from, or one that had gone is back. */
function feedsCameOrWent(): boolean {
  const { edition } = editionState.get();
  const now = subscribed();
  if (!edition || !now) return false;
  return rowsOf(edition).some(({ article }) => !now.has(article.feedId)) || [...feedsGone].some((id) => now.has(id));
}

/** undefined before the list of feeds is known. */
function subscribed(): ReadonlySet<number> | undefined {
  const feeds = queryClient.getQueryData<readonly FeedSummary[]>(askKey('feeds.list', {}));
  return feeds && new Set<number>(feeds.map(({ id }) => id));
}

async function lookForNewer({ isOpened } = { isOpened: false }): Promise<void> {
  // What is being made is as new as can be, and its answer must not be overtaken by this one.
  if (editionState.get().status === 'loading') return;
  const wish = present;
  const result = await ask(wish);
  if (wish !== present || !result?.ok) return;
  const { edition } = editionState.get();
  const newer = result.value;
  if (holdsBack(newer)) return;
  if (
    !edition ||
    isBare(edition) ||
    newer.madeAt === edition.madeAt ||
    (isOpened && hasTurned(edition, newer)) ||
    mutesChanged(edition, newer) ||
    feedsCameOrWent()
  )
    return show(newer);
  const waiting = hasNews(edition, newer) ? newer : null;
  editionState.set((before) => ({ ...before, status: 'ready', edition: knownBetter(edition, newer), waiting }));
}

let held: ReturnType<typeof setTimeout> | undefined;
const holdsBackMs = 250;

/** Whether this is a first page whose icons are on their way. It is looked for again in a moment. */
function holdsBack(newer: Edition): boolean {
  const { edition } = editionState.get();
  if ((edition && !isBare(edition)) || isBare(newer)) return false;
  if (!lacksFirstIcons(rowsOf(newer).map(({ article }) => article.feedId))) return false;
  editionState.set((before) => ({ ...before, status: 'ready', isHeld: true }));
  clearTimeout(held);
  held = setTimeout(() => void lookForNewer(), holdsBackMs);
  return true;
}

/** The same rows in the same places, with what is known of them now: how many tell it, how much is unread. */
function knownBetter(shown: Edition, newer: Edition): Edition {
  const now = new Map(rowsOf(newer).map((row) => [row.article.id, row]));
  const better = (row: EditionRow): EditionRow => {
    const known = now.get(row.article.id);
    if (!known) return row;
    const { article, story, followed, addedSinceVisit } = known;
    // Its reason belongs to its place, and that stays.
    return { ...row, article, story: story ?? row.story, followed, addedSinceVisit };
  };
  return {
    ...shown,
    sums: newer.sums,
    lead: shown.lead && better(shown.lead),
    top: shown.top.map(better),
    forYou: shown.forYou.map(better),
    sections: shown.sections.map((section) => ({ ...section, rows: section.rows.map(better) })),
    picks: shown.picks.map(better),
    seldom: shown.seldom.map(better),
  };
}

/** What the reader has muted goes at once, and what is muted no longer comes back at once. */
function mutesChanged(shown: Edition, newer: Edition): boolean {
  const hidden = new Set(newer.muted.map(({ article }) => article.id));
  return (
    rowsOf(shown).some(({ article }) => hidden.has(article.id)) ||
    shown.muted.some(({ article }) => !hidden.has(article.id))
  );
}

/** The lead was read, and the next story stands in its place: a reader who comes back finds it so, one who stays keeps the page. */
function hasTurned(shown: Edition, newer: Edition): boolean {
  return newer.top.some(({ hasLed, article }) => hasLed && article.id === shown.lead?.article.id);
}

/** undefined when a later question overtook this one. */
async function ask(wish: Wish): Promise<Awaited<ReturnType<typeof client.call<'edition.get'>>> | undefined> {
  asked += 1;
  const mine = asked;
  const result = await client.call('edition.get', wish);
  return mine === asked ? result : undefined;
}

function show(edition: Edition): void {
  noteFeedsGone(editionState.get().edition);
  learnBits(rowsOf(edition).map(({ article }) => article));
  learnBits(edition.leadCoverage);
  editionState.set({ status: 'ready', edition, waiting: null, failure: null, isHeld: false });
}

function noteFeedsGone(before: Edition | null): void {
  const now = subscribed();
  if (!now) return;
  for (const { article } of before ? rowsOf(before) : []) if (!now.has(article.feedId)) feedsGone.add(article.feedId);
  for (const id of now) feedsGone.delete(id);
}

/** Every row, from the top of the page to its end. */
export function rowsOf(edition: Edition): readonly EditionRow[] {
  return [
    ...(edition.lead ? [edition.lead] : []),
    ...edition.top,
    ...edition.forYou,
    ...edition.sections.flatMap(({ rows }) => rows),
    ...edition.picks,
    ...edition.seldom,
  ];
}

export function isBare(edition: Edition): boolean {
  return rowsOf(edition).length === 0;
}

function hasNews(shown: Edition, newer: Edition): boolean {
  const known = new Set(rowsOf(shown).map(({ article }) => article.id));
  return rowsOf(newer).some(({ article }) => !known.has(article.id) && article.arrival > shown.arrival);
}
