/** The views that every library has. */
import { Tree } from 'react-aria-components/Tree';
import { screenOf } from '../../app/view-screens.ts';
import { ViewRow } from './tree-rows.tsx';
import { archiveRow, useRowSelection } from './use-row-selection.ts';

const articles = ['article', 'articles'] as const;

export function ViewTree() {
  const selection = useRowSelection();
  return (
    <Tree className="tree" aria-label="Views" selectionMode="single" selectionBehavior="replace" {...selection}>
      <ViewRow id="today" icon="today" name="Today" />
      {screenOf('for-you') !== 'reader' && <ViewRow id="for-you" icon="spark" name="For you" />}
      <ViewRow id="unread" icon="inbox" name="All unread" pick={({ all }) => all.unread} />
      <ViewRow id="starred" icon="star" name="Starred" nouns={articles} pick={({ starred }) => starred} />
      <ViewRow id="later" icon="clock" name="Read later" nouns={articles} pick={({ later }) => later} />
      <ViewRow id={archiveRow} icon="search" name="Search archive" />
    </Tree>
  );
}
