/** Files as a reader brings them: chosen in the system's dialog, or dropped. */
import type { Locator, Page } from '@playwright/test';

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** `button` opens the system's dialog; the file is chosen there. */
export async function chooseFile(page: Page, button: Locator, { name, text }: TextFile): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

export async function dropFile(page: Page, place: Locator, file: TextFile): Promise<void> {
  const dataTransfer = await page.evaluateHandle(({ name, text }) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    return data;
  }, file);
  await place.dispatchEvent('dragover', { dataTransfer });
  await place.dispatchEvent('drop', { dataTransfer });
}

export interface ListedFeed {
  readonly title: string;
  readonly url: string;
  readonly folder?: string;
}

/** A subscription list as other readers write it. */
export function opmlFile(feeds: readonly ListedFeed[], more = ''): string {
  const outlines = feeds.map(({ title, url, folder }) => {
    const outline = `<outline type="rss" text="${title}" xmlUrl="${url}"/>`;
    return folder === undefined ? outline : `<outline text="${folder}">${outline}</outline>`;
  });
  return `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${outlines.join('')}${more}</body></opml>`;
}
