/** The question before very much is marked read at once. */
import { pendingQuestion } from '../../app/ask-first.ts';
import type { OverlayProps } from '../../app/overlays.ts';
import { counted } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export function MarkManyDialog({ onClose }: OverlayProps) {
  const question = pendingQuestion();
  if (!question) return null;
  const go = () => {
    onClose();
    question.go();
  };
  return (
    <Dialog
      middle
      title={`Mark up to ${counted(question.articles, 'article', 'articles')} read?`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" autoFocus onPress={go}>
            Mark read
          </Button>
        </>
      }
    >
      <div className="dlg-b">
        <p>You can undo it afterwards. How many it takes before Broadsheet asks is set in Settings, under Reading.</p>
      </div>
    </Dialog>
  );
}
