/** What For you was taught, as it was kept. A lesson of another form teaches nothing. */
import type { Features } from '../../curation/for-you-features.ts';
import type { TasteState } from '../../curation/for-you-model.ts';
import { signalKinds, type TasteEvent } from '../../curation/taste-lessons.ts';
import {
  isAbsentOr,
  isEither,
  isFiniteNumber,
  isListOf,
  isObjectWith,
  isOneOf,
  isText,
  isTuple,
  isWhole,
} from '../../lib/shapes.ts';

type Lesson = Omit<Extract<TasteEvent, { features: Features }>, 'features'> & {
  readonly features: readonly (readonly [string, number])[];
};
type Edit = Exclude<TasteEvent, { features: Features }>;
export type WrittenLesson = Lesson | Edit;

const isWeights = isListOf(isTuple<readonly [string, number]>(isText, isFiniteNumber));

export const isTasteState = isObjectWith<TasteState>({
  weights: isListOf(isTuple<readonly [string, number, number]>(isText, isFiniteNumber, isFiniteNumber)),
  offsets: isWeights,
  fixed: isWeights,
  muted: isListOf(isText),
  examples: isListOf(
    isObjectWith<TasteState['examples'][number]>({
      features: isWeights,
      label: isOneOf(0, 1),
      weight: isFiniteNumber,
    }),
  ),
  positives: isFiniteNumber,
  skips: isFiniteNumber,
});

export const isTasteEdit = isObjectWith<{ readonly feature: string; readonly weight?: number | undefined }>({
  feature: isText,
  weight: isAbsentOr(isFiniteNumber),
});

const isLesson = isObjectWith<Lesson>({
  seq: isWhole,
  kind: isOneOf(...signalKinds),
  features: isWeights,
  feature: isAbsentOr(isText),
});

const isSet = isObjectWith<Extract<Edit, { kind: 'set' }>>({
  seq: isWhole,
  kind: isOneOf('set'),
  feature: isText,
  weight: isFiniteNumber,
});
const isMute = isObjectWith<Extract<Edit, { kind: 'mute' | 'unmute' }>>({
  seq: isWhole,
  kind: isOneOf('mute', 'unmute'),
  feature: isText,
});
const isErase = isObjectWith<Extract<Edit, { kind: 'erase' }>>({
  seq: isWhole,
  kind: isOneOf('erase'),
  feature: isAbsentOr(isText),
});

export const isWrittenLesson = isEither(isLesson, isEither(isSet, isEither(isMute, isErase)));
