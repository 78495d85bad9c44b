/** A restore that is to come, until it has, with the way out of it; and one that was done, with the way back. */
import { toastFailure } from '../../app/undo.ts';
import { client, queryClient } from '../../client/client.ts';
import { askKey } from '../../client/use-ask.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { showToast } from '../../ui/toast.tsx';
import { isDesktop } from './desktop.ts';
import { momentWords } from './restore-words.ts';
import { useFresh } from './use-fresh.ts';

/** Closing a page of the browser leaves Broadsheet running. */
const howToRestart = isDesktop
  ? 'Restart now, or close Broadsheet and open it again.'
  : 'Stop Broadsheet where you started it (Ctrl C in its terminal) and start it again; closing this page is not enough.';

export function RestoreNotes() {
  const state = useFresh('backups.state').data;
  if (!state) return null;
  const { pending, restored } = state;
  if (pending) {
    const what = pending.at === null ? 'What was here before the restore' : `The copy of ${momentWords(pending.at)}`;
    return (
      <Note
        kind="warn"
        icon="clock"
        title={`${what} comes back when Broadsheet next starts.`}
        actions={
          <>
            {isDesktop && (
              <Button size="sm" onPress={() => void startAgain()}>
                Restart now
              </Button>
            )}
            <Button size="sm" onPress={() => void call('backups.cancelRestore', 'Nothing is restored')}>
              Don’t restore
            </Button>
          </>
        }
      >
        {howToRestart} Until then you can go on reading; what you do now will not be in it.
      </Note>
    );
  }
  if (!restored) return null;
  return (
    <Note
      kind="info"
      icon="check"
      isQuiet
      title={
        restored.at === null
          ? 'The library is as it was before the restore.'
          : `The library is as it was on ${momentWords(restored.at)}.`
      }
      actions={
        restored.keptAs !== null && (
          <Button
            size="sm"
            onPress={() => void call('backups.goBack', 'What was here before comes back at the next start')}
          >
            Go back to what was here
          </Button>
        )
      }
    >
      {restored.keptAs === null
        ? 'What was here before is not kept any more.'
        : `What was here before is kept in the library’s folder, as ${restored.keptAs}.`}
    </Note>
  );
}

async function startAgain(): Promise<void> {
  const result = await client.call('start.again', {});
  if (!result.ok) toastFailure(result.error.message);
}

async function call(name: 'backups.cancelRestore' | 'backups.goBack', done: string): Promise<void> {
  const result = await client.call(name, {});
  void queryClient.invalidateQueries({ queryKey: askKey('backups.state', {}) });
  if (result.ok) showToast({ text: done });
  else toastFailure(result.error.message);
}
