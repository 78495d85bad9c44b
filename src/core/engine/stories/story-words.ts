/** Why a story, a row or an article is where it is, in plain words. */
import type { StoryNumbers } from '../../curation/rank-stories.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { KeptReason } from '../../store/stories/ranking-rows.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export function groupingText({ shares, hoursApart }: Pick<KeptReason, 'shares' | 'hoursApart'>): string {
  const words = shares.length === 0 ? 'shares little but the headline' : `shares ${shares.join(', ')}`;
  return `${words}; ${apart(hoursApart)}`;
}

function apart(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60)} min apart`;
  return hours < 48 ? `${Math.round(hours)} h apart` : `${Math.round(hours / 24)} days apart`;
}

export function storyText(numbers: StoryNumbers, reasons: readonly KeptReason[], now: EpochMs): string {
  if (numbers.publishers === 1 && reasons.length === 0) return `only ${numbers.firstPublisher} has it`;
  const sources = numbers.publishers === 1 ? 'one of your sources' : `${numbers.publishers} of your sources`;
  const copies = numbers.copies === 0 ? '' : `, ${numbers.copies} of them in the same words`;
  const grouped = reasons.length === 0 ? '' : `; grouped: ${groupingText(wholeReason(reasons))}`;
  return `${sources}, first ${clock(numbers.firstAt, now)} ${numbers.firstPublisher}${copies}${grouped}`;
}

const numberWords = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** "Seven of your sources, first Meridian Ledger at 03:17": who tells a story, without a word of how that was found. */
export function sourcesText(
  { publishers, firstAt }: Pick<StoryNumbers, 'publishers' | 'firstAt'>,
  about: { readonly first: string; readonly now: EpochMs },
): string {
  if (publishers < 2) return `Only ${about.first} has this`;
  return `${numberWords[publishers] ?? publishers} of your sources, first ${about.first} ${moment(firstAt, about.now)}`;
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' });
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });

function moment(at: EpochMs, now: EpochMs): string {
  if (new Date(at).toDateString() === new Date(now).toDateString()) return `at ${time.format(at)}`;
  return `on ${(now - at < 6 * dayMs ? weekday : dayAndMonth).format(at)}`;
}

/** The words that most of its articles were joined by, and the widest step between two of them. */
function wholeReason(reasons: readonly KeptReason[]): Pick<KeptReason, 'shares' | 'hoursApart'> {
  const counts = new Map<string, number>();
  for (const { shares } of reasons) for (const word of shares) counts.set(word, (counts.get(word) ?? 0) + 1);
  const shares = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3);
  return { shares: shares.map(([word]) => word), hoursApart: Math.max(...reasons.map(({ hoursApart }) => hoursApart)) };
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndTime = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

function clock(at: EpochMs, now: EpochMs): string {
  const age = now - at;
  if (age < 12 * hourMs) return time.format(at);
  return age < 6 * dayMs ? dayAndTime.format(at) : date.format(at);
}

export function dayOf(at: EpochMs): string {
  return date.format(at);
}

/** What a feature of For you is called: its feed's title stands for a feed's number. */
export function featureLabel(feature: string, feedTitle: (id: number) => string | undefined): string {
  const at = feature.indexOf(':');
  const kind = feature.slice(0, at);
  const what = feature.slice(at + 1);
  switch (kind) {
    case 'feed':
      return feedTitle(Number(what)) ?? 'a feed that is gone';
    case 'term':
      return `the word ${what}`;
    case 'length':
      return { long: 'long reads', medium: 'articles of medium length', short: 'short articles' }[what] ?? what;
    case 'language':
      return `articles in ${languageName(what)}`;
    case 'picture':
      return 'articles with a picture';
    case 'size':
      return 'stories that many sources tell';
    case 'bias':
      return 'how much you open at all';
    case 'age':
      return 'how new it is';
    default:
      return what; // publisher, author, section: their own names
  }
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en-GB', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // not a tag that anybody knows
  }
}

/** "You often read …" or "You rarely read …", with the sign of what it adds. */
export function featureText(feature: string, label: string, contribution: number): string {
  if (feature.startsWith('size:'))
    return contribution > 0 ? 'Popular in your sources' : 'You read less of what everybody tells';
  if (feature.startsWith('term:')) {
    const word = feature.slice('term:'.length);
    return contribution > 0 ? `You read about “${word}”` : `You pass over “${word}”`;
  }
  return contribution > 0 ? `You often read ${label}` : `You rarely read ${label}`;
}
