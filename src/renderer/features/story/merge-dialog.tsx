/** Choosing another story that is this one. */
import { useState } from 'react';
import type { StoryBoard } from '../../../contract/stories.ts';
import { useAsk } from '../../client/use-ask.ts';
import { counted } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { mergeWith } from './regroup.ts';

interface MergeDialogProps {
  readonly board: StoryBoard;
  readonly onClose: () => void;
}

/** Enough of the window's stories to find the other one in by a word of its headline. */
const mostListed = 1000;
const mostShown = 12;

export function MergeDialog({ board, onClose }: MergeDialogProps) {
  const [words, setWords] = useState('');
  const { data, error, isPending } = useAsk('stories.list', { all: true, limit: mostListed });
  const wanted = words.trim().toLowerCase();
  const found = (data?.stories ?? [])
    .filter(({ id }) => id !== board.id)
    .map((story) => ({
      story,
      title: story.articles.find(({ id }) => id === story.lead)?.title || 'Without a headline',
    }))
    .filter(({ title }) => title.toLowerCase().includes(wanted))
    .slice(0, mostShown);
  return (
    <Dialog middle title="Merge with another story" onClose={onClose}>
      <div className="dlg-b">
        <TextField
          aria-label="Find the other story"
          placeholder="A word of its headline"
          icon="search"
          value={words}
          onChange={setWords}
          autoFocus
        />
        {error && <p className="field-error">{error.failure.message}</p>}
        {!isPending && !error && found.length === 0 && (
          <p className="t2 merge-none">
            {wanted === '' ? 'There is no other story to merge it with.' : 'No story has these words.'}
          </p>
        )}
        <ul className="merge-list" aria-label="Stories">
          {found.map(({ story, title }) => (
            <li key={story.id}>
              <span className="grow">
                <span className="head">{title}</span>
                <span className="t3 num">{counted(story.publishers, 'source', 'sources')}</span>
              </span>
              <Button
                size="sm"
                aria-label={`Merge with ${title}`}
                onPress={() => {
                  onClose();
                  void mergeWith(board.id, story.id);
                }}
              >
                Merge
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
