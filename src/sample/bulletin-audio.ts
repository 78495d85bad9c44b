/** The radio's bulletins: a minute of quiet chimes made here, with chapters and a transcript timed by the words of the text. */

import type { SampleArticle, SpokenSection } from './sample-title.ts';

export const bulletinSeconds = 60;
const samplesPerSecond = 4_000; // enough for a chime; a minute is 240 kB
const headBytes = 44;
export const bulletinBytes = headBytes + bulletinSeconds * samplesPerSecond;

/** A WAV file, 8 bit mono: each chapter opens with its own chime over a soft ground tone. */
export function bulletinWav(article: SampleArticle): Buffer {
  const wav = Buffer.alloc(bulletinBytes);
  writeWavHead(wav);
  const starts = chaptersOf(article).map((chapter) => chapter.startTime);
  for (let index = 0; index < bulletinSeconds * samplesPerSecond; index += 1) {
    const second = index / samplesPerSecond;
    const chapter = starts.findLastIndex((start) => start <= second);
    const since = second - (starts[chapter] ?? 0);
    const chime = Math.exp(-since * 1.4) * Math.sin(2 * Math.PI * (392 + 98 * (chapter % 5)) * second);
    const ground = 0.06 * Math.sin(2 * Math.PI * 98 * second);
    wav[headBytes + index] = Math.round(128 + 70 * (chime * 0.8 + ground));
  }
  return wav;
}

function writeWavHead(wav: Buffer): void {
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(bulletinBytes - 8, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16); // length of the format block
  wav.writeUInt16LE(1, 20); // plain PCM
  wav.writeUInt16LE(1, 22); // one voice
  wav.writeUInt32LE(samplesPerSecond, 24);
  wav.writeUInt32LE(samplesPerSecond, 28); // bytes a second
  wav.writeUInt16LE(1, 32); // bytes a sample
  wav.writeUInt16LE(8, 34); // bits a sample
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(bulletinSeconds * samplesPerSecond, 40);
}

interface Chapter {
  /** Seconds from the beginning. */
  readonly startTime: number;
  readonly title: string;
}

export function chaptersOf(article: SampleArticle): Chapter[] {
  const secondsPerWord =
    bulletinSeconds /
    Math.max(
      1,
      article.sections.reduce((sum, part) => sum + wordCount(part), 0),
    );
  let words = 0;
  return article.sections.map((section) => {
    const startTime = Math.floor(words * secondsPerWord);
    words += wordCount(section);
    return { startTime, title: section.heading };
  });
}

/** WebVTT, one cue a paragraph. */
export function transcriptVtt(article: SampleArticle): string {
  const paragraphs = article.sections.flatMap((section) => section.paragraphs);
  const lengths = paragraphs.map((paragraph) => paragraph.split(' ').length);
  const total = Math.max(
    1,
    lengths.reduce((sum, length) => sum + length, 0),
  );
  let words = 0;
  const cues = paragraphs.map((paragraph, index) => {
    const from = (words / total) * bulletinSeconds;
    words += lengths[index] ?? 0;
    return `${clockTime(from)} --> ${clockTime((words / total) * bulletinSeconds)}\n${paragraph}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function wordCount(section: SpokenSection): number {
  return section.paragraphs.reduce((sum, paragraph) => sum + paragraph.split(' ').length, 0);
}

function clockTime(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
}
