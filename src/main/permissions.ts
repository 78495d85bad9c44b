/** The one thing of the computer that the page may reach: "Copy link" writes plain text to the clipboard. */
import { isOwnPage } from './own-page.ts';

/** `permission` by Electron's name; `address` is who asks. Everything unknown is refused. */
export function isPermitted(permission: string, address: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnPage(address);
}
