/** Choosing the articles that are another story. */
import { useState } from 'react';
import type { ArticleId } from '../../../contract/ids.ts';
import type { StoryBoard } from '../../../contract/stories.ts';
import { headlineOf } from '../../lib/headline.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Tick } from '../../ui/tick.tsx';
import { splitOff } from './regroup.ts';

interface SplitDialogProps {
  readonly board: StoryBoard;
  readonly onClose: () => void;
}

export function SplitDialog({ board, onClose }: SplitDialogProps) {
  const [chosen, setChosen] = useState<ReadonlySet<ArticleId>>(new Set());
  // Taking out all of them would be the same story again.
  const isReady = chosen.size > 0 && chosen.size < board.rows.length;
  const split = () => {
    onClose();
    void splitOff(board.id, [...chosen]);
  };
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button kind="primary" isDisabled={!isReady} onPress={split}>
        Split off
      </Button>
    </>
  );
  return (
    <Dialog middle title="Split articles off" onClose={onClose} footer={footer}>
      <div className="dlg-b">
        <p className="t2">Tick those that are another story. They become one of their own, and stay so.</p>
        <ul className="split-list" aria-label="Articles of the story">
          {board.rows.map(({ article }) => (
            <li key={article.id}>
              <Tick
                isSelected={chosen.has(article.id)}
                onChange={(isChosen) => setChosen((before) => withOrWithout(before, article.id, isChosen))}
              >
                <span>
                  <span className="head" lang={article.language ?? undefined}>
                    {headlineOf(article)}
                  </span>
                  <span className="t3">{article.feedTitle}</span>
                </span>
              </Tick>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function withOrWithout(before: ReadonlySet<ArticleId>, id: ArticleId, isIn: boolean): ReadonlySet<ArticleId> {
  const after = new Set(before);
  if (isIn) after.add(id);
  else after.delete(id);
  return after;
}
