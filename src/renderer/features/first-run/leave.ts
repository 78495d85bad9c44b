/** The ways out of the welcome. Each ends in the reader or says what went wrong; none leads back here by itself. */
import type { CatalogueTitle } from '../../../contract/catalogue.ts';
import { expectFirstIcons } from '../../app/first-icons.ts';
import { navigate } from '../../app/navigation.ts';
import { toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { foldersNow } from '../../client/library.ts';
import { openNewFolders } from '../../client/open-new-folders.ts';
import { changeSettings } from '../../client/settings.ts';
import { importFile } from '../../client/subscription-import.ts';

/** Answers what went wrong in a sentence, or undefined. */
export async function startWith(titles: readonly CatalogueTitle[]): Promise<string | undefined> {
  if (titles.length > 0) {
    const feeds = titles.map(({ feedUrl, title, folder, section }) => ({ url: feedUrl, title, folder, section }));
    const before = foldersNow();
    const result = await client.call('feeds.addMany', { feeds });
    // Subscribed to in another window meanwhile: there is something to read all the same.
    if (!result.ok && result.error.code !== 'already_subscribed') return result.error.message;
    expectFirstIcons();
    await openNewFolders(before);
  }
  finish();
  navigate({ screen: 'today', view: 'today' });
  return undefined;
}

/** Answers what went wrong in a sentence, or undefined; the report stands on the page of imports. */
export async function startWithFile(file: File): Promise<string | undefined> {
  const ended = await importFile(file);
  if (ended.state === 'failed') return ended.failure.message;
  finish();
  navigate({ screen: 'import', view: 'today' });
  return undefined;
}

/** Not waited for: a library that cannot keep it must not hold the reader here. */
function finish(): void {
  void changeSettings({ firstRunDone: true }).then((trouble) => {
    if (trouble) toastFailure(trouble);
  });
}
