/** restore: what backups there are, and one of them in the place of a library that nothing has open. */
import { existsSync } from 'node:fs';
import { fail } from '../contract/errors.ts';
import { countedBackups, defaultLibraryFolder, restoreLibrary } from '../core/index.ts';
import type { Arguments } from './arguments.ts';
import { printFailure, printJson, printLine } from './output.ts';

/** Without a name it lists; nothing is changed by that. The library that is there is kept beside the restored one. */
export async function restore({ positionals, libraryFolder, json }: Arguments): Promise<number> {
  const [name, ...others] = positionals;
  const folder = libraryFolder ?? defaultLibraryFolder();
  if (others.length > 0) return printFailure(fail('bad_input', 'Name one backup: restore BACKUP.'), json);
  const backups = existsSync(folder) ? await countedBackups(folder) : [];
  if (name === undefined) {
    for (const backup of backups) {
      if (json) printJson(backup);
      else printLine(`${backup.name}  ${inMinutes(backup.at)}  ${amountIn(backup.articles)}`);
    }
    if (backups.length === 0 && !json) printLine(`There is no backup in ${folder}.`);
    return 0;
  }
  if (!backups.some((backup) => backup.name === name))
    return printFailure(
      fail('not_found', `There is no backup called ${name} in ${folder}. "restore" alone lists those that are there.`),
      json,
    );
  const restored = await restoreLibrary(folder, name);
  if (!restored.ok) return printFailure(restored.error, json);
  if (json) printJson({ restored: name, folder });
  else printLine(`Restored ${name}. The library that was there is kept beside it, as library-before-restore-….db.`);
  return 0;
}

function inMinutes(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

function amountIn(articles: number | null): string {
  return articles === null ? 'cannot be read' : `${articles} ${articles === 1 ? 'article' : 'articles'}`;
}
