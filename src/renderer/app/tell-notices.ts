/** What the reader should know of how the library was opened: shown at each start until they say that they have read it. */
import { client } from '../client/client.ts';
import { showToast } from '../ui/toast.tsx';

const readKey = 'notices-read';

/** Once the window stands. One at a time; the next comes when this one is read. */
export async function tellNotices(): Promise<void> {
  const [info, kept] = await Promise.all([client.call('library.info', {}), client.call('state.get', { key: readKey })]);
  if (!info.ok || info.value.notices.length === 0) return;
  const read = kept.ok && Array.isArray(kept.value.value) ? kept.value.value : [];
  const sentence = info.value.notices.find((notice) => !read.includes(notice));
  if (sentence === undefined) return;
  const remember = async () => {
    await client.call('state.set', { key: readKey, value: [...read, sentence] });
    await tellNotices();
  };
  showToast({ text: sentence, action: { label: 'I have read this', run: () => void remember() } });
}
