/** Opens the library, and when that fails says why and offers what a person can do about it. */
import { dialog } from 'electron';
import type { Failure, Result } from '../contract/errors.ts';
import { type Core, createCore } from '../core/index.ts';

type CoreOptions = Parameters<typeof createCore>[0];

export interface OpenLibrary {
  readonly core: Core;
  readonly libraryFolder: string;
}

/**
 * Tries the library of `options`, then any folder that the person picks instead. undefined: they gave up, and the app
 * should quit.
 */
export async function openLibrary(options: CoreOptions): Promise<OpenLibrary | undefined> {
  for (let folder: string | undefined = options.libraryFolder; folder !== undefined; ) {
    const opened: Result<Core> = await createCore({ ...options, libraryFolder: folder });
    if (opened.ok) return { core: opened.value, libraryFolder: folder };
    folder = await askForAnother(opened.error, folder);
  }
  return undefined;
}

/** The folder to try next. */
async function askForAnother(failure: Failure, folder: string): Promise<string | undefined> {
  const choices = ['Quit', 'Try again', 'Choose another folder…'] as const;
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: 'The library cannot be opened.',
    detail: `${failure.message}\n\n${folder}`,
    buttons: [...choices],
    defaultId: 1,
    cancelId: 0,
    noLink: true,
  });
  if (choices[response] === 'Try again') return folder;
  if (choices[response] === 'Quit') return undefined;
  const picked = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] });
  return picked.filePaths[0];
}
