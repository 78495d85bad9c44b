/** What a reader can say about why an article was chosen: more or less of a thing, not this one, not this topic. */
import type { ArticleSummary } from '../../contract/articles.ts';
import type { ForYouThing, TasteStance } from '../../contract/for-you.ts';
import { client } from '../client/client.ts';
import { showToast } from '../ui/toast.tsx';
import { toastDone, toastFailure } from './undo.ts';

type Taught = () => void;

const stanceWords = {
  more: (what: string) => `You will see more of ${what}`,
  normal: (what: string) => `${what} counts as anything else`,
  less: (what: string) => `You will see less of ${what}`,
} as const;

export async function setStance(
  thing: Pick<ForYouThing, 'feature' | 'label'>,
  stance: TasteStance,
  after: Taught,
): Promise<void> {
  const result = await client.call('forYou.editFeature', { feature: thing.feature, stance });
  if (!result.ok) return toastFailure(result.error.message);
  toastChange(stanceWords[stance](thing.label), result.value.changes, after);
  after();
}

/** Leaves rows with it out of For you, and of nothing else. */
export async function muteThing(
  thing: Pick<ForYouThing, 'feature' | 'label'>,
  muted: boolean,
  after: Taught,
): Promise<void> {
  const result = await client.call('forYou.editFeature', { feature: thing.feature, muted });
  if (!result.ok) return toastFailure(result.error.message);
  toastChange(muted ? `${thing.label} is left out of For you` : `${thing.label} is back`, result.value.changes, after);
  after();
}

export async function forgetThing(thing: Pick<ForYouThing, 'feature' | 'label'>, after: Taught): Promise<void> {
  const result = await client.call('forYou.erase', { feature: thing.feature });
  if (!result.ok) return toastFailure(result.error.message);
  toastChange(`Forgot ${thing.label}`, result.value.changes, after);
  after();
}

export async function forgetEverything(after: Taught): Promise<void> {
  const result = await client.call('forYou.erase', {});
  if (!result.ok) return toastFailure(result.error.message);
  toastChange('Everything learnt is forgotten', result.value.changes, after);
  after();
}

/** What was last changed and can still be taken back, for the button on the profile's page. */
let lastChange: { readonly changes: readonly number[]; readonly after: Taught } | null = null;

export function canTakeBack(): boolean {
  return lastChange !== null;
}

export async function takeBackLast(): Promise<void> {
  if (lastChange !== null) await takeBack(lastChange.changes, lastChange.after);
}

function toastChange(text: string, changes: readonly number[], after: Taught): void {
  lastChange = { changes, after };
  showToast({ text, action: { label: 'Undo', run: () => void takeBack(changes, after) } });
}

async function takeBack(changes: readonly number[], after: Taught): Promise<void> {
  const result = await client.call('forYou.takeBack', { changes: [...changes] });
  if (!result.ok) return toastFailure(result.error.message);
  if (lastChange?.changes === changes) lastChange = null;
  showToast({ text: 'Undone' });
  after();
}

export async function notThisOne(article: ArticleSummary, after: Taught): Promise<void> {
  const result = await client.call('articles.mark', { ids: [article.id], set: { hidden: true } });
  if (!result.ok) return toastFailure(result.error.message);
  toastDone('Hidden. You find it under Hidden', result.value.operationId);
  after();
}

/** Kept off Today, the stories and For you for some days; for good without a number. */
export async function muteTopic(topic: string, days: number | null, after: Taught): Promise<void> {
  const result = await client.call('stories.mute', { topic, days });
  if (!result.ok) return toastFailure(result.error.message);
  toastDone(`Muted ${topic}`, result.value.operationId);
  after();
}
