/** Stories, Today and For you: asked of the story worker, written by the writer. */
import type { Result } from '../../../contract/errors.ts';
import type { MethodName, OutputOf } from '../../../contract/index.ts';
import type { FlowParts } from '../flow-parts.ts';
import type { Flows } from '../router.ts';

export function storyFlows({ stories }: FlowParts) {
  // The story worker's functions have the contract's own types; a pool hands on what it cannot check.
  const as = <Name extends MethodName>(answer: Promise<Result<unknown>>) => answer as Promise<Result<OutputOf<Name>>>;
  return {
    'edition.get': (input) => as<'edition.get'>(stories.ask('edition.get', input)),
    'edition.catchUp': (input) => as<'edition.catchUp'>(stories.ask('edition.catchUp', input)),
    'stories.list': (input) => {
      const isLive = !input.all || (input.at === undefined && input.windowHours !== null && input.windowHours <= 72);
      return as<'stories.list'>(stories.ask('stories.list', input, isLive ? 'live' : 'all'));
    },
    'stories.split': (input) =>
      stories.regroup('group.split', input, `Split ${articles(input.articles.length)} off a story`),
    'stories.merge': (input) => stories.regroup('group.merge', input, 'Merged two stories'),
    'stories.notThis': (input) => stories.regroup('group.notThis', input, 'Took an article out of a story'),
    'forYou.list': (input) => as<'forYou.list'>(stories.ask('forYou.list', input)),
    'forYou.profile': (input) => as<'forYou.profile'>(stories.ask('forYou.profile', input)),
    'forYou.export': (input) => as<'forYou.export'>(stories.ask('forYou.export', input)),
  } satisfies Partial<Flows>;
}

function articles(n: number): string {
  return n === 1 ? 'an article' : `${n} articles`;
}
