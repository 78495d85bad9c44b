/** After an unclean stop the search index is looked at while the reader reads; one that is damaged is built anew. */
import { indexUnchecked } from '../../store/index-unchecked.ts';
import type { Asks } from '../asks.ts';
import type { CoreOptions } from '../core-options.ts';
import { workAlone } from '../workers/work-alone.ts';

/** A minute for 1,000,000 articles, in a thread of its own. One that was broken off begins again at the next start. */
export async function checkIndexAfterStop(
  { asks, options }: { readonly asks: Asks; readonly options: CoreOptions },
  onDamage: () => void,
): Promise<void> {
  const noted = await asks.read('fact.get', { key: indexUnchecked });
  if (!noted.ok || noted.value !== '1') return;
  const { workers, libraryFolder } = options;
  const sound = await workAlone({ file: workers.task, libraryFolder }, 'index.isSound', {});
  if (!sound.ok) return;
  if (sound.value === false) onDamage();
  await asks.write('fact.set', { key: indexUnchecked, value: '' });
}
