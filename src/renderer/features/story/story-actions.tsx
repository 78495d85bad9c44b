/** What can be done with a story as a whole, in its bar. */
import { useState } from 'react';
import type { StoryBoard } from '../../../contract/stories.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, type MenuGroups } from '../../ui/menu.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { followStory, markStoryRead, muteStory, unmuteStory } from './regroup.ts';
import { SplitDialog } from './split-dialog.tsx';

const muteDays = 7;

export function StoryActions({ board }: { readonly board: StoryBoard }) {
  const [open, setOpen] = useState<'split' | 'merge' | null>(null);
  const isMuted = board.mutedUntil !== null;
  const followWords = board.followed ? 'Unfollow story' : 'Follow story';
  const close = () => setOpen(null);
  const groups: MenuGroups = [
    [
      { id: 'follow', icon: 'bell', label: followWords, run: () => void followStory(board) },
      { id: 'read', icon: 'checks', label: 'Mark story read', run: () => void markStoryRead(board) },
      {
        id: 'mute',
        icon: 'bell-off',
        label: isMuted ? 'Show this story again' : `Mute for ${muteDays} days`,
        run: () => void (isMuted ? unmuteStory(board.id) : muteStory(board, muteDays)),
      },
    ],
    [
      ...(board.rows.length > 1 ? [{ id: 'split', label: 'Split articles off…', run: () => setOpen('split') }] : []),
      { id: 'merge', icon: 'layers', label: 'Merge with another story…', run: () => setOpen('merge') },
    ],
  ];
  return (
    <>
      <Button size="sm" icon="bell" className="hide-narrow" onPress={() => void followStory(board)}>
        {followWords}
      </Button>
      <Button
        size="sm"
        kind="ghost"
        icon="bell-off"
        className="hide-narrow"
        onPress={() => void (isMuted ? unmuteStory(board.id) : muteStory(board, muteDays))}
      >
        {isMuted ? 'Show this story again' : `Mute for ${muteDays} days`}
      </Button>
      <Button size="sm" kind="ghost" icon="checks" className="hide-narrow" onPress={() => void markStoryRead(board)}>
        Mark story read
      </Button>
      <MenuButton label="Story" groups={groups}>
        <IconButton icon="more" label="More" />
      </MenuButton>
      {open === 'split' && <SplitDialog board={board} onClose={close} />}
      {open === 'merge' && <MergeDialog board={board} onClose={close} />}
    </>
  );
}
