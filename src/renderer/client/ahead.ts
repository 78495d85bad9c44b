/**
 * Calls that were made before the window's code was there. The first same question of the window takes the answer, once;
 * not when the core has told of a change since, because then it may be old.
 */
import type { Result } from '../../contract/errors.ts';
import type { CoreEvent } from '../../contract/events.ts';
import type { InputOf, MethodName, OutputOf } from '../../contract/index.ts';
import { transport } from './transport.ts';

const answers = new Map<string, Promise<Result<unknown>>>();
let stopListening: (() => void) | undefined;

type Choice = Extract<CoreEvent, { readonly type: 'menu' }>;
/** From the tray, a notification or a link that opened the window: made before there was anybody to follow it. */
const choices: Choice[] = [];
let isFollowed = false;

/** Begins the stream of events: answers that come later than this are known to be as of now. */
export function listenFromNow(): void {
  stopListening = transport.on((event) => {
    if (event.type === 'menu' && !isFollowed) choices.push(event);
    // How far a round is changes nothing that was asked, and the next event says it again.
    if (!['refresh', 'progress', 'menu'].includes(event.type)) answers.clear();
  });
}

export const choicesAhead = (): readonly Choice[] => choices;

/** By who follows them from now on. */
export function takeChoicesAhead(): readonly Choice[] {
  isFollowed = true;
  return choices.splice(0);
}

export function ahead<Name extends MethodName>(name: Name, input: InputOf<Name>): Promise<Result<OutputOf<Name>>> {
  const answer = transport.call(name, input) as Promise<Result<OutputOf<Name>>>;
  answers.set(keyOf(name, input), answer);
  return answer;
}

/** undefined when nobody asked ahead, or what came is no longer to be trusted. */
export function takeAhead(name: MethodName, input: unknown): Promise<Result<unknown>> | undefined {
  if (answers.size === 0) return undefined;
  const key = keyOf(name, input);
  const answer = answers.get(key);
  answers.delete(key);
  return answer;
}

/** What nobody has taken by now will not be: the window is there and follows the core by itself. */
export function endAhead(): void {
  answers.clear();
  stopListening?.();
  stopListening = undefined;
}

function keyOf(name: string, input: unknown): string {
  return `${name} ${JSON.stringify(input)}`;
}
