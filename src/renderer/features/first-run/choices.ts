/** What was chosen at the welcome: kept while the reader looks at the catalogue and comes back. */
import { createStore, useStore } from '../../lib/store.ts';
import { sectionsAtFirst } from './pick-titles.ts';

interface Choices {
  readonly step: 1 | 2;
  readonly sections: readonly string[];
  /** Titles ticked or unticked by hand, by the address of their feed. */
  readonly ownWord: Readonly<Record<string, boolean>>;
}

const choices = createStore<Choices>({ step: 1, sections: sectionsAtFirst, ownWord: {} });

export function useChoices(): Choices {
  return useStore(choices, (value) => value);
}

export function goToStep(step: 1 | 2): void {
  choices.set((before) => ({ ...before, step }));
}

export function toggleSection(section: string): void {
  choices.set((before) => ({
    ...before,
    sections: before.sections.includes(section)
      ? before.sections.filter((one) => one !== section)
      : [...before.sections, section],
  }));
}

export function tickTitle(feedUrl: string, ticked: boolean): void {
  choices.set((before) => ({ ...before, ownWord: { ...before.ownWord, [feedUrl]: ticked } }));
}
