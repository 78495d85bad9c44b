/** What is chosen so far, in words. */
import type { CatalogueTitle } from '../../../contract/catalogue.ts';
import { counted } from '../../lib/numbers.ts';
import { dailyWords } from '../../lib/rate-words.ts';

/** '6 titles chosen, about 90 articles a day': the second half only where each rate is known. */
export function chosenWords(ticked: readonly CatalogueTitle[]): string {
  if (ticked.length === 0) return 'No titles chosen yet';
  const daily = dailyWords(ticked.map(({ perWeek }) => perWeek));
  const chosen = `${counted(ticked.length, 'title', 'titles')} chosen`;
  return daily === undefined ? chosen : `${chosen}, ${daily}`;
}
