/** Forgetting what was read: asked first, with the number of articles. */
import { useState } from 'react';
import { toastFailure } from '../../app/undo.ts';
import { client, queryClient } from '../../client/client.ts';
import { counted } from '../../lib/numbers.ts';
import { fullDate } from '../../lib/times.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { SettingRow } from './setting-rows.tsx';
import { useFresh } from './use-fresh.ts';

export function ForgetReading() {
  const history = useFresh('reading.history').data;
  const [isOpen, setOpen] = useState(false);
  const articles = history?.articles ?? 0;
  const since = history?.since ?? null;
  const about =
    since === null ? 'None is kept' : `${counted(articles, 'article', 'articles')} opened since ${fullDate(since)}`;
  return (
    <SettingRow name="Forget reading history" about={about} alias="erase delete opened">
      <Button size="sm" kind="danger" onPress={() => setOpen(true)}>
        Forget…
      </Button>
      {isOpen && <ForgetDialog articles={articles} onClose={() => setOpen(false)} />}
    </SettingRow>
  );
}

function ForgetDialog({ articles, onClose }: { readonly articles: number; readonly onClose: () => void }) {
  const forget = async () => {
    onClose();
    const result = await client.call('reading.forget', {});
    if (!result.ok) return toastFailure(result.error.message);
    showToast({ text: 'Reading history forgotten' });
    await queryClient.invalidateQueries({ queryKey: ['reading.history'] });
  };
  return (
    <Dialog
      middle
      title="Forget reading history?"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="danger" onPress={() => void forget()}>
            Forget
          </Button>
        </>
      }
    >
      <div className="dlg-b">
        <p>
          {counted(articles, 'article', 'articles')}: when you opened them, for how long and how far you read, and all
          that For you learnt from it. What is read, starred or kept for later stays so. This cannot be undone.
        </p>
      </div>
    </Dialog>
  );
}
