/** In which language an article is: what it says itself, what its feed says, else what its text shows. */

import { detectAll } from 'tinyld/light';
import { languageOfCommonWords } from './common-words.ts';

const enoughLetters = 25;
const sampleCharacters = 160; // the cost grows with it; 96 in 100 real articles got the answer that 300 give
const leastAccuracy = 0.04;
const leastLead = 1.8; // times the second guess; below that wrong answers were as many as right ones

export interface LanguageEvidence {
  /** xml:lang or language of the article itself. */
  readonly own?: string | undefined;
  readonly feed?: string | undefined;
  /** What nearly all other articles of the feed are in: where the words of this one leave a doubt. */
  readonly usual?: string | undefined;
  /** Plain text. */
  readonly text: string;
}

/**
 * Primary language as a lower-case BCP 47 tag of two or three letters, or undefined when nothing is sure.
 * A declared language is believed unless the script of the text contradicts it (a Russian text in a feed that says en).
 */
export function detectLanguage({ own, feed, usual, text }: LanguageEvidence): string | undefined {
  const sample = text.slice(0, sampleCharacters);
  const byScript = languageOfScript(sample);
  for (const declared of [own, feed]) {
    const tag = primaryTag(declared);
    if (tag !== undefined && agrees(tag, byScript)) {
      return tag;
    }
  }
  if (byScript?.certain !== undefined) return byScript.certain;
  const byWords = languageOfCommonWords(sample);
  if (byWords !== undefined) return byWords;
  // All the letters cost thirty times as much to look at as the words, and are wrong more often.
  return usual !== undefined && agrees(usual, byScript) ? usual : languageOfLetters(sample);
}

/** The language part of a tag (en of en-GB); undefined for what is no tag or says nothing. */
function primaryTag(declared: string | undefined): string | undefined {
  const tag = /^\s*([A-Za-z]{2,3})(?:[-_]|\s*$)/.exec(declared ?? '')?.[1]?.toLowerCase();
  return tag === undefined || ['und', 'mul', 'zxx', 'mis', 'xx'].includes(tag) ? undefined : tag;
}

interface ScriptEvidence {
  /** Tags that are written in the script of most letters; a declaration of another is wrong. */
  readonly plausible: RegExp;
  /** The one language that the letters leave, if they do. */
  readonly certain?: string;
}

function languageOfScript(sample: string): ScriptEvidence | undefined {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 8) {
    return undefined;
  }
  const share = (pattern: RegExp): number => (sample.match(pattern)?.length ?? 0) / letters;
  if (share(/[\u3040-\u30ff]/g) > 0.15) return { plausible: /^ja$/, certain: 'ja' };
  if (share(/[\uac00-\ud7a3]/g) > 0.3) return { plausible: /^ko$/, certain: 'ko' };
  if (share(/[\u3400-\u9fff]/g) > 0.4) return { plausible: /^(?:zh|ja|yue|wuu|lzh|cmn)$/, certain: 'zh' };
  if (share(/[\u0400-\u04ff]/g) > 0.5)
    return { plausible: /^(?:ru|uk|be|bg|sr|mk|kk|ky|mn|tg|tt|ba|cv|os|ce|sah|uz|az|bs|cnr|sh)$/ };
  if (share(/[\u0600-\u06ff]/g) > 0.5) {
    const certain = /[ٹڈڑںے]/.test(sample) ? 'ur' : /[پچژگ]/.test(sample) ? 'fa' : undefined;
    const plausible = /^(?:ar|fa|ur|ps|ku|ckb|sd|ug|pa|ks|arz|ary|apc|prs)$/;
    return certain === undefined ? { plausible } : { plausible, certain };
  }
  if (share(/[\u0590-\u05ff]/g) > 0.5) return { plausible: /^(?:he|iw|yi)$/, certain: 'he' };
  if (share(/[\u0370-\u03ff]/g) > 0.5) return { plausible: /^(?:el|grc)$/, certain: 'el' };
  if (share(/[\u0e00-\u0e7f]/g) > 0.5) return { plausible: /^th$/, certain: 'th' };
  return undefined;
}

function agrees(tag: string, byScript: ScriptEvidence | undefined): boolean {
  return byScript === undefined || byScript.plausible.test(tag);
}

function languageOfLetters(sample: string): string | undefined {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < enoughLetters || sample.includes('\ufffd')) {
    return undefined;
  }
  const [first, second] = detectAll(sample);
  if (first === undefined || first.accuracy < leastAccuracy || first.accuracy < leastLead * (second?.accuracy ?? 0)) {
    return undefined;
  }
  return first.lang;
}
