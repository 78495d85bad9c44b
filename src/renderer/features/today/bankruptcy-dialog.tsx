/** The way out of a pile: all unread marked read but for the newest, the starred and the kept. One undo takes it back. */
import { useState } from 'react';
import type { Edition } from '../../../contract/edition.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { counted, exactCount } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { showToast } from '../../ui/toast.tsx';
import { loadEdition } from './edition-model.ts';
import { readingTime } from './words.ts';

interface BankruptcyDialogProps {
  readonly edition: Edition;
  readonly onClose: () => void;
}

const choices = [
  { value: '0', label: 'Nothing' },
  { value: '1', label: 'One day' },
  { value: '3', label: 'Three days' },
  { value: '7', label: 'A week' },
] as const;

type Kept = (typeof choices)[number]['value'];

export function BankruptcyDialog({ edition, onClose }: BankruptcyDialogProps) {
  const [kept, setKept] = useState<Kept>('1');
  const { unread, debtHours } = edition.sums;
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button
        kind="primary"
        onPress={() => {
          onClose();
          void declare(Number(kept));
        }}
      >
        {kept === '0' ? 'Mark all read' : 'Mark older read'}
      </Button>
    </>
  );
  return (
    <Dialog middle title="Begin again?" onClose={onClose} footer={footer}>
      <div className="dlg-b bankrupt">
        <p>
          {exactCount(unread)} unread would take {readingTime(debtHours)}. Mark them read and begin again; what you
          starred or kept for later stays, and Undo takes it back.
        </p>
        <div className="bankrupt-keep">
          <span>Keep unread the newest</span>
          <Segmented label="Keep unread the newest" value={kept} choices={choices} onChange={setKept} />
        </div>
      </div>
    </Dialog>
  );
}

async function declare(keepDays: number): Promise<void> {
  const result = await client.call('reading.declareBankruptcy', { keepDays });
  if (!result.ok) return toastFailure(result.error.message);
  const { changed, hours, operationId } = result.value;
  if (changed === 0) showToast({ text: 'Nothing is that old: everything stays as it is' });
  else toastDone(`${counted(changed, 'article', 'articles')} marked read, ${readingTime(hours)}`, operationId);
  await loadEdition();
}
