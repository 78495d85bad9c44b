/**
 * The taste of one reader as a small open model: sparse logistic regression, taught one signal at a time (Adagrad).
 * The model is a function of the signal log alone: replaying the log gives the same weights to the last digit, because
 * each signal also rehearses earlier ones chosen by its own sequence number. There is no other training.
 */

import type { Features } from './for-you-features.ts';
import { lessons, type SignalKind, type TasteEvent } from './taste-lessons.ts';

// How fast a kind of feature learns (Adagrad: step, and caution at first). One word in an article is chance and its
// second and third time is not; a title or a section says much at once.
const learning = { term: { rate: 0.3, caution: 0.2 }, other: { rate: 0.2, caution: 0.05 } };
const shrink = 1e-3; // L2
const rehearsals = 5; // earlier signals looked at again with each new one
const remembered = 400; // signals kept for rehearsal
const negativesPerPositive = 4; // more skips than that teach nothing but gloom
const featuresKept = 20_000;
const pruneBelow = 0.01;
const lessStep = 3; // "less like this" said of one feature
const moreStep = 1;
const unwelcomeAt = -2; // set by hand to this or below: "less" was said of it

interface Weight {
  w: number;
  /** Sum of squared gradients: how much is known. */
  g: number;
}

interface Example {
  readonly features: Features;
  readonly label: 0 | 1;
  readonly weight: number;
}

/** As JSON, for a checkpoint: the model that `fromState` returns continues exactly. */
export interface TasteState {
  readonly weights: readonly (readonly [feature: string, w: number, g: number])[];
  readonly offsets: readonly (readonly [feature: string, weight: number])[];
  readonly fixed: readonly (readonly [feature: string, weight: number])[];
  readonly muted: readonly string[];
  readonly examples: readonly {
    readonly features: readonly (readonly [string, number])[];
    readonly label: 0 | 1;
    readonly weight: number;
  }[];
  readonly positives: number;
  readonly skips: number;
}

export class TasteModel {
  readonly #weights = new Map<string, Weight>();
  readonly #offsets = new Map<string, number>();
  readonly #fixed = new Map<string, number>();
  readonly #muted = new Set<string>();
  #examples: Example[] = [];
  #positives = 0;
  #skips = 0;
  #wanted: Map<string, number> | undefined;

  /** Opens, finishes, stars and the like seen so far: under 10 the page says that it is still learning. */
  get positives(): number {
    return this.#positives;
  }

  static fromEvents(events: Iterable<TasteEvent>): TasteModel {
    const model = new TasteModel();
    for (const event of events) model.apply(event);
    return model;
  }

  static fromState(state: TasteState): TasteModel {
    const model = new TasteModel();
    for (const [feature, w, g] of state.weights) model.#weights.set(feature, { w, g });
    for (const [feature, weight] of state.offsets) model.#offsets.set(feature, weight);
    for (const [feature, weight] of state.fixed) model.#fixed.set(feature, weight);
    for (const feature of state.muted) model.#muted.add(feature);
    model.#examples = state.examples.map((example) => ({ ...example, features: new Map(example.features) }));
    model.#positives = state.positives;
    model.#skips = state.skips;
    return model;
  }

  state(): TasteState {
    return {
      weights: [...this.#weights].map(([feature, { w, g }]) => [feature, w, g]),
      offsets: [...this.#offsets],
      fixed: [...this.#fixed],
      muted: [...this.#muted],
      examples: this.#examples.map((example) => ({ ...example, features: [...example.features] })),
      positives: this.#positives,
      skips: this.#skips,
    };
  }

  apply(event: TasteEvent): void {
    this.#wanted = undefined;
    switch (event.kind) {
      case 'set':
        this.#fixed.set(event.feature, event.weight);
        return;
      case 'mute':
        this.#muted.add(event.feature);
        return;
      case 'unmute':
        this.#muted.delete(event.feature);
        return;
      case 'erase':
        this.#erase(event.feature);
        return;
      default:
        this.#learn(event.kind, event.features, event);
    }
  }

  /** The weight a feature counts with: set by hand, or learnt plus what "more" and "less" added. */
  weight(feature: string): number {
    const fixed = this.#fixed.get(feature);
    return fixed ?? (this.#weights.get(feature)?.w ?? 0) + (this.#offsets.get(feature) ?? 0);
  }

  /** Doubt about a feature, 1 when nothing is known, towards 0 with use. */
  doubt(feature: string): number {
    return 1 / ((this.#weights.get(feature)?.g ?? 0) + 1);
  }

  isMuted(features: Features): boolean {
    for (const feature of this.#muted) if (features.has(feature)) return true;
    return false;
  }

  /** Set or tilted by the reader, and not only learned. */
  isByHand(feature: string): boolean {
    return this.#fixed.has(feature) || this.#offsets.has(feature);
  }

  /** In how many of the remembered articles that were wanted it stood. Counted once between two lessons. */
  support(feature: string): number {
    if (this.#wanted === undefined) {
      this.#wanted = new Map();
      for (const { features, label } of this.#examples) {
        if (label === 0) continue;
        for (const name of features.keys()) this.#wanted.set(name, (this.#wanted.get(name) ?? 0) + 1);
      }
    }
    return this.#wanted.get(feature) ?? 0;
  }

  /** True for what the reader asked to see less of and has not since asked for or come to like. */
  isUnwelcome(features: Features): boolean {
    for (const [feature, offset] of this.#offsets) {
      if (offset < 0 && features.has(feature) && this.weight(feature) < 0) return true;
    }
    for (const [feature, weight] of this.#fixed) if (weight <= unwelcomeAt && features.has(feature)) return true;
    return false;
  }

  /** Sum of weight x value; the logistic of it is the chance of an open. */
  score(features: Features): number {
    let sum = 0;
    for (const [feature, value] of features) sum += this.weight(feature) * value;
    return sum;
  }

  /** The whole profile, strongest first, for the page that shows, edits and exports it. */
  profile(): {
    readonly feature: string;
    readonly weight: number;
    readonly muted: boolean;
    readonly byHand: boolean;
  }[] {
    const named = new Set([...this.#weights.keys(), ...this.#offsets.keys(), ...this.#fixed.keys(), ...this.#muted]);
    return [...named]
      .map((feature) => ({
        feature,
        weight: this.weight(feature),
        muted: this.#muted.has(feature),
        byHand: this.#fixed.has(feature),
      }))
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1));
  }

  #learn(kind: SignalKind, features: Features, { seq, feature }: { seq: number; feature?: string | undefined }): void {
    const lesson = lessons[kind];
    if (kind === 'skipped') {
      this.#skips += 1;
      if (this.#skips > negativesPerPositive * (this.#positives + 1)) return;
    }
    if (lesson.label === 1) this.#positives += 1;
    if (kind === 'less-like-this' || kind === 'more-like-this') this.#tilt(kind, features, feature);
    const example = { features, ...lesson };
    this.#step(example);
    this.#rehearse(seq);
    this.#examples.push(example);
    if (this.#examples.length > remembered) this.#examples.shift();
    if (this.#weights.size > featuresKept) this.#prune();
  }

  /** "Less like this" acts at once on what it was said of; unsaid, on what spoke most for the article. */
  #tilt(kind: SignalKind, features: Features, said: string | undefined): void {
    const feature = said ?? strongestFor(features, (name) => this.weight(name));
    if (feature === undefined) return;
    const now = this.weight(feature);
    const wanted = kind === 'less-like-this' ? Math.min(now, 0) - lessStep : Math.max(now, 0) + moreStep;
    if (this.#fixed.has(feature)) this.#fixed.set(feature, wanted);
    else this.#offsets.set(feature, (this.#offsets.get(feature) ?? 0) + wanted - now);
  }

  #rehearse(seq: number): void {
    const count = this.#examples.length;
    for (let turn = 1; turn <= Math.min(rehearsals, count); turn += 1) {
      const chosen = this.#examples[Math.floor(fraction(seq * 8 + turn) * count)];
      if (chosen !== undefined) this.#step(chosen);
    }
  }

  #step({ features, label, weight }: Example): void {
    const error = 1 / (1 + Math.exp(-this.score(features))) - label;
    for (const [feature, value] of features) {
      const { rate, caution } = feature.startsWith('term:') ? learning.term : learning.other;
      const known = this.#weights.get(feature) ?? { w: 0, g: caution };
      const gradient = error * value + shrink * known.w;
      // A lesson of weight 3 counts as three: squaring the weight with the gradient would cancel it out of the step.
      known.g += weight * gradient * gradient;
      known.w -= (rate * weight * gradient) / Math.sqrt(known.g);
      this.#weights.set(feature, known);
    }
  }

  #prune(): void {
    for (const [feature, { w }] of this.#weights) if (Math.abs(w) < pruneBelow) this.#weights.delete(feature);
    const spare = [...this.#weights].sort((a, b) => Math.abs(a[1].w) - Math.abs(b[1].w) || (a[0] < b[0] ? -1 : 1));
    for (const [feature] of spare.slice(0, Math.max(0, this.#weights.size - featuresKept)))
      this.#weights.delete(feature);
  }

  #erase(feature: string | undefined): void {
    if (feature !== undefined) {
      this.#weights.delete(feature);
      this.#offsets.delete(feature);
      this.#fixed.delete(feature);
      this.#muted.delete(feature);
      // Rehearsal must not teach it again.
      this.#examples = this.#examples.map((example) => {
        const features = new Map(example.features);
        features.delete(feature);
        return { ...example, features };
      });
      return;
    }
    this.#weights.clear();
    this.#offsets.clear();
    this.#fixed.clear();
    this.#muted.clear();
    this.#examples = [];
    this.#positives = 0;
    this.#skips = 0;
  }
}

function strongestFor(features: Features, weight: (feature: string) => number): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [feature, value] of features) {
    const contribution = weight(feature) * value;
    if (feature !== 'bias' && feature !== 'age' && contribution > most) {
      best = feature;
      most = contribution;
    }
  }
  return best;
}

/** A number in 0 to 1 from a whole one, the same everywhere (splitmix32). */
function fraction(seed: number): number {
  const a = Math.imul((seed ^ (seed >>> 16)) + 0x9e3779b9, 0x21f0aaad);
  const b = Math.imul(a ^ (a >>> 15), 0x735a2d97);
  return ((b ^ (b >>> 15)) >>> 0) / 4_294_967_296;
}
