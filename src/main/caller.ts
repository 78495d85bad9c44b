/** Who may call the core: the page of the one window, in its own frame. */
import { isOwnPage } from './own-page.ts';

/** The part of Electron's event that says who sent a message. */
export interface Caller<Contents extends { readonly mainFrame: unknown }> {
  readonly sender: Contents;
  /** null once the window has gone on to another page while the call was on its way. */
  readonly senderFrame: { readonly url: string } | null;
}

/** `isWindow` tells the window from whatever else may come to be: a page of developer tools, a second view. */
export function mayCall<Contents extends { readonly mainFrame: unknown }>(
  { sender, senderFrame }: Caller<Contents>,
  isWindow: (sender: Contents) => boolean,
): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false;
  return isWindow(sender) && isOwnPage(senderFrame.url);
}
