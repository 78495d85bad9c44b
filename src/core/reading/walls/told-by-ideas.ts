/** Tells a short notice by what it speaks of and to whom, where no phrase of it is known. */
import { wordCount } from '../reading-time.ts';
import { countIdeas, plainWords } from './idea-words.ts';
import { isReported, speaksToReader, withoutQuotations } from './manner.ts';
import { type NoticeIdeas, noticeIdeas } from './notice-ideas.ts';
import type { NoticeKind } from './notice-phrases.ts';

const mostWordsToNobody = 45;

/**
 * `headings` are those of the page, `body` is what was taken for its article. Undefined for what somebody reports, for
 * what does not speak to its reader, and for longer texts. About 0.2 ms.
 */
export function noticeByIdeas(headings: readonly string[], body: string, hasButtons: boolean): NoticeKind | undefined {
  const text = withoutQuotations([...new Set([...headings, ...body.split('\n')])].join('\n'));
  const words = wordCount(text);
  if (isReported(text)) return undefined;
  const isSpoken = speaksToReader(text);
  const plain = plainWords(text);
  const title = plainWords(headings.join('\n'));
  const found = noticeIdeas.find((notice) => {
    if (words > notice.mostWords) return false;
    const said = notice.ideas.map((idea) => countIdeas(plain, idea));
    if (!isSaid(said, words, notice)) return false;
    return isSpoken ? isDense(said, words, notice, hasButtons) : isInTitle(said, words, title, notice);
  });
  return found?.kind;
}

function isSaid(said: readonly number[], words: number, { always, least, fewWords }: NoticeIdeas): boolean {
  const different = said.filter((count) => count > 0).length;
  return !said.slice(0, always).includes(0) && different >= (words > fewWords ? said.length : least);
}

/** A notice to nobody names its matter at its head and says all of it. */
function isInTitle(said: readonly number[], words: number, title: string, { ideas }: NoticeIdeas): boolean {
  const [first = []] = ideas;
  return !said.includes(0) && words < mostWordsToNobody && sumOf(said) >= words * 0.15 && countIdeas(title, first) > 0;
}

/** An article names such a thing here and there; a notice speaks of nothing else. */
function isDense(said: readonly number[], words: number, { kind }: NoticeIdeas, hasButtons: boolean): boolean {
  const different = sumOf(said);
  if (kind === 'consent') return different >= (hasButtons ? words * 0.08 : words * 0.14);
  return different >= words * 0.08;
}

function sumOf(said: readonly number[]): number {
  return said.reduce((sum, count) => sum + count, 0);
}
