/** A core that takes its time: what a reader does before an answer is there. */
import type { Page } from '@playwright/test';

/**
 * Calls of a name are held for so long before they reach the core, until the returned function is called. Over the
 * desktop's own way nothing can be held: there the keys come as fast as they can.
 */
export async function slowCalls(page: Page, name: string, heldMs: number): Promise<() => Promise<void>> {
  await page.route('**/rpc', async (route) => {
    if (route.request().postData()?.includes(`"${name}"`)) await new Promise((later) => setTimeout(later, heldMs));
    await route.continue();
  });
  return () => page.unroute('**/rpc');
}
