/** Expressions that take more than time in proportion to their input, where that input is always short. */
import { readFileSync } from 'node:fs';
import { expressionsIn } from './expressions.mjs';
import { inRoot } from './root.mjs';

const places = [
  {
    file: 'src/core/reading/lead-picture.ts',
    part: 'crédit photo|imagen',
    input: 'the last 150 characters of a caption',
  },
  { file: 'src/core/reading/page-byline.ts', part: 'contributing writer', input: '300 characters of a byline' },
  { file: 'src/core/reading/page-clutter.ts', part: 'last updated', input: 'lines of less than 60 characters' },
  { file: 'src/core/reading/page-title.ts', part: '[|｜]', input: '500 characters of a title' },
];

/** As they stand there now. Throws where one of them is gone: its line here goes as well then. */
export function boundedExpressions() {
  return places.flatMap(({ file, part, input }) => {
    const found = expressionsIn(file, readFileSync(inRoot(file), 'utf8')).filter(({ source }) => source.includes(part));
    if (found.length === 0) throw new Error(`${file} has no expression with ${part} any more (for ${input}).`);
    return found.map(({ source, flags }) => `/${source}/${flags}`);
  });
}
