/** The contract: every method, its schemas and types. Shells pass it on, the core answers it, the window calls it. */
import type { z } from 'zod';
import { archiveMethods } from './archive.ts';
import { articleMethods } from './articles.ts';
import { catalogueMethods } from './catalogue.ts';
import { editionMethods } from './edition.ts';
import type { CoreEvent } from './events.ts';
import { feedMethods } from './feeds.ts';
import { folderMethods } from './folders.ts';
import { forYouMethods } from './for-you.ts';
import { libraryMethods } from './library.ts';
import type { AnyMethods } from './method.ts';
import { operationMethods } from './operations.ts';
import { opmlMethods } from './opml.ts';
import { readingMethods } from './reading.ts';
import { refreshMethods } from './refresh.ts';
import { savedSearchMethods } from './saved-searches.ts';
import { searchMethods } from './search.ts';
import { settingsMethods } from './settings.ts';
import { startMethods } from './start.ts';
import { storyMethods } from './stories.ts';
import type { eventOf, Subject } from './subjects.ts';

export const methods = {
  ...archiveMethods,
  ...articleMethods,
  ...catalogueMethods,
  ...editionMethods,
  ...feedMethods,
  ...folderMethods,
  ...forYouMethods,
  ...libraryMethods,
  ...operationMethods,
  ...opmlMethods,
  ...readingMethods,
  ...refreshMethods,
  ...savedSearchMethods,
  ...searchMethods,
  ...settingsMethods,
  ...startMethods,
  ...storyMethods,
} satisfies AnyMethods;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
/** What a caller may write: defaults may be left out. */
export type InputOf<Name extends MethodName> = z.input<Methods[Name]['input']>;
/** What the core's own functions get: defaults filled in. */
export type ParsedInputOf<Name extends MethodName> = z.output<Methods[Name]['input']>;
export type OutputOf<Name extends MethodName> = z.output<Methods[Name]['output']>;
/** The events that a call tells by itself, as it goes. */
export type ToldBy<Name extends MethodName> = Extract<CoreEvent, { readonly type: EventOf<Methods[Name]['tells']> }>;
type EventOf<Tells> = Tells extends readonly (infer Told extends Subject)[] ? (typeof eventOf)[Told] : never;
export type NamesOfKind<Kind> = {
  [Name in MethodName]: Methods[Name]['kind'] extends Kind ? Name : never;
}[MethodName];

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}
