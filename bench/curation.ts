/** Prints every bar of curation in one run: stories, near-copies, related, For you, time and memory. Exit code 1 when one is missed. */

import { Bars } from './curation/bars.ts';
import { loadCorpus } from './curation/corpus.ts';
import { readerBars } from './curation/reader-bars.ts';
import { relatedBars } from './curation/related-bars.ts';
import { ownStoryBars, storyBars } from './curation/story-bars.ts';
import { windowBars } from './curation/window-bars.ts';

const bars = new Bars();
const corpus = await loadCorpus();
if (corpus === undefined) {
  bars.heading('Labelled stories');
  bars.note('skipped: no corpus');
} else {
  storyBars(corpus, bars);
  relatedBars(corpus, bars);
}
ownStoryBars(bars);
readerBars(bars);
if (!process.argv.includes('--quick')) windowBars(bars);
process.exitCode = bars.end() === 0 ? 0 : 1;
