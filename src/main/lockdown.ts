/** What no page may do, whatever it shows: go elsewhere, open windows, embed pages, ask for the camera. */
import { app, session, shell } from 'electron';
import { externalAddress } from './external-links.ts';
import { isStartPage } from './own-page.ts';
import { isPermitted } from './permissions.ts';

/** Must run before the first window. `openInBackground` is asked at each link: it is a setting. */
export function lockDown({ openInBackground }: { readonly openInBackground: () => boolean }): void {
  const leave = (raw: string) => {
    const address = externalAddress(raw);
    if (address) void openOutside(address, openInBackground());
  };
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => {
      if (isStartPage(event.url)) return;
      event.preventDefault();
      leave(event.url);
    });
    // An address of our own that is answered with another: the page is never sent on, so nobody is.
    contents.on('will-redirect', (event) => {
      if (!isStartPage(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      leave(url);
      return { action: 'deny' };
    });
  });
}

/** All permissions but one are refused without a question. Must run after the app is ready. */
export function refusePermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_, permission, answer, { requestingUrl }) =>
    answer(isPermitted(permission, requestingUrl)),
  );
  defaultSession.setPermissionCheckHandler((_, permission, origin) => isPermitted(permission, origin));
}

async function openOutside(address: string, background: boolean): Promise<void> {
  try {
    await shell.openExternal(address, { activate: !background });
  } catch {
    // No program for such links: the system has said so itself, and the window stays as it was.
  }
}
