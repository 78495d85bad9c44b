/** Opens the library, and when that fails says why and offers what a person can do about it. */
import { dialog } from 'electron';
import type { Failure, Result } from '../contract/errors.ts';
import { type Core, type CoreOptions, createCore } from '../core/index.ts';
import { openSample } from '../sample/open-sample.ts';

export interface OpenLibrary {
  readonly core: Core;
  readonly libraryFolder: string;
  /** Puts everything away. Never rejects. */
  readonly close: () => Promise<void>;
}

export interface LibraryWish {
  readonly libraryFolder: string;
  readonly workers: CoreOptions['workers'];
  /** Subscribe to the sample edition. */
  readonly sample: boolean;
}

/**
 * Tries the library that is wished for, then any folder that the person picks instead. undefined: they gave up, and the
 * app should quit.
 */
export async function openLibrary(wish: LibraryWish): Promise<OpenLibrary | undefined> {
  for (let folder: string | undefined = wish.libraryFolder; folder !== undefined; ) {
    const opened = await tryToOpen({ ...wish, libraryFolder: folder });
    if (opened.ok) return opened.value;
    folder = await askForAnother(opened.error, folder);
  }
  return undefined;
}

async function tryToOpen({ libraryFolder, workers, sample }: LibraryWish): Promise<Result<OpenLibrary>> {
  const edition = await openSample(libraryFolder);
  const opened = await createCore({
    libraryFolder,
    workers,
    hostOverrides: edition.hostOverrides,
    sampleTitles: edition.titles,
    catalogueFile: new URL('../../resources/catalogue.json', import.meta.url),
    polling: true,
  });
  if (!opened.ok) {
    await edition.close();
    return opened;
  }
  const core = opened.value;
  if (sample) await edition.subscribe(core.call);
  const close = async () => {
    await core.close();
    await edition.close();
  };
  return { ok: true, value: { core, libraryFolder, close } };
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
