/** What the story worker does: each name with its function. It reads; what has to be written it hands back. */
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { NamesOfKind, OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { EpochMs } from '../../lib/clock.ts';
import {
  type GroupingChanges,
  type KeptConstraint,
  presentStoryId,
  storyOfArticle,
} from '../../store/stories/stories.ts';
import type { TasteChanges } from '../../store/stories/taste.ts';
import { catchUpTask, editionDueTask, editionTask } from '../edition/edition-tasks.ts';
import { exportTasteTask, forYouTask, profileTask } from '../edition/for-you-tasks.ts';
import type { GroupingScope, GroupingStep } from './group-articles.ts';
import { storyListTask } from './story-list-task.ts';
import type { StoryRoom } from './story-room.ts';

interface Regrouped {
  readonly changes: GroupingChanges;
  readonly constraints: readonly KeptConstraint[];
  readonly storyId: number;
  readonly newStoryId: number | null;
}

function stepTask(room: StoryRoom, input: { readonly scope: GroupingScope }, now: EpochMs): Result<GroupingStep> {
  const step = room.grouper.step(input.scope, now);
  if (step.changes.placed.length > 0) room.forgetMade();
  return ok(step);
}

function learnTask(room: StoryRoom, _input: unknown, now: EpochMs): Result<TasteChanges | null> {
  return ok(room.taste.learn(now) ?? null);
}

function foldTask(room: StoryRoom, _input: unknown, now: EpochMs): Result<TasteChanges | null> {
  return ok(room.taste.fold(now) ?? null);
}

function splitTask(
  room: StoryRoom,
  input: { readonly id: number; readonly articles: readonly number[] },
): Result<Regrouped> {
  const storyId = presentStoryId(room.db, input.id);
  const { constraints, changes, stream } = room.grouper.regroup([storyId], (live) =>
    live.split(storyId, input.articles),
  );
  const [first] = input.articles;
  const newStoryId = first === undefined ? undefined : stream.storyOf(first);
  if (constraints.length === 0 || newStoryId === undefined) {
    return fail(
      'conflict',
      'These articles are not in this story, or they are all of it, so nothing can be split off.',
    );
  }
  room.forgetMade();
  return ok({ changes, constraints, storyId, newStoryId });
}

function notThisTask(room: StoryRoom, input: { readonly articleId: number }): Result<Regrouped> {
  const id = storyOfArticle(room.db, input.articleId);
  if (id === undefined) return fail('not_found', 'This article is not in a story.');
  return splitTask(room, { id, articles: [input.articleId] });
}

function mergeTask(room: StoryRoom, input: { readonly id: number; readonly with: number }): Result<Regrouped> {
  const [first, second] = [presentStoryId(room.db, input.id), presentStoryId(room.db, input.with)];
  const { constraints, changes } = room.grouper.regroup([first, second], (live) => live.merge(first, second));
  if (constraints.length === 0) return fail('conflict', 'These are one story already, or one of them is gone.');
  room.forgetMade();
  const storyId = changes.placed[0]?.storyId ?? first;
  return ok({ changes, constraints, storyId, newStoryId: null });
}

function notedTask(room: StoryRoom): Result<null> {
  room.grouper.noteConstraints();
  return ok(null);
}

/** One for each call of the kind `story`. */
type ContractStoryTasks = {
  readonly [Name in NamesOfKind<'story'>]: (
    room: StoryRoom,
    input: ParsedInputOf<Name>,
    now: EpochMs,
  ) => Result<OutputOf<Name>>;
};

const contractStoryTasks: ContractStoryTasks = {
  'edition.get': editionTask,
  'edition.catchUp': catchUpTask,
  'stories.list': storyListTask,
  'forYou.list': forYouTask,
  'forYou.profile': profileTask,
  'forYou.export': exportTasteTask,
};

export const storyTasks = {
  ...contractStoryTasks,
  'group.step': stepTask,
  'group.split': splitTask,
  'group.notThis': notThisTask,
  'group.merge': mergeTask,
  'group.noted': notedTask,
  'taste.learn': learnTask,
  'taste.fold': foldTask,
  'edition.due': editionDueTask,
};
export type StoryTasks = typeof storyTasks;
