/** The scheme of its own under which the window's page lives: no file:// rights, no port that another program could reach. */
import { nativeTheme, protocol } from 'electron';
import type { Transport } from '../contract/client.ts';
import type { Settings } from '../contract/settings.ts';
import { lookAttributes } from '../window-page/look-attributes.ts';
import { storedMedia } from '../window-page/stored-media.ts';
import { createWindowPage } from '../window-page/window-page.ts';
import { pageHost, scheme } from './own-page.ts';

/** Must run before the app is ready. `stream` lets sounds seek; `supportFetchAPI` is for the window's own files. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
}

/** Serves the page, its files and stored media from now on. */
export function servePage({
  core,
  settings,
  libraryFolder,
  rendererFolder,
}: {
  readonly core: Transport;
  readonly settings: () => Settings;
  readonly libraryFolder: () => string;
  readonly rendererFolder: string;
}): void {
  const answer = createWindowPage({
    rendererFolder,
    mediaFile: (url, kind) => storedMedia(core, { url, kind, libraryFolder: libraryFolder() }),
    rootAttributes: async () => lookAttributes(settings(), { prefersDark: nativeTheme.shouldUseDarkColors }),
  });
  protocol.handle(scheme, async (request) =>
    new URL(request.url).host === pageHost ? answer(request) : new Response(null, { status: 404 }),
  );
}
