/** Stories split and merged by hand: worked out by the story worker, written by the writer. */
import type { FlowParts } from '../flow-parts.ts';
import type { Flows } from '../router.ts';

export function regroupFlows({ stories }: FlowParts) {
  return {
    'stories.split': (input) =>
      stories.regroup('group.split', input, `Split ${articles(input.articles.length)} off a story`),
    'stories.merge': (input) => stories.regroup('group.merge', input, 'Merged two stories'),
    'stories.notThis': (input) => stories.regroup('group.notThis', input, 'Took an article out of a story'),
  } satisfies Partial<Flows>;
}

function articles(n: number): string {
  return n === 1 ? 'an article' : `${n} articles`;
}
