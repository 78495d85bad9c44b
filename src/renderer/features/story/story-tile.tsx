/** The tile of a publisher of the story: that of the feed which brought its report, so that it looks the same all over the page. */
import type { StoryBoard } from '../../../contract/stories.ts';
import { FeedTile, PublisherTile } from '../../app/source-line.tsx';
import { publisherName } from './words.ts';

interface StoryTileProps {
  readonly board: StoryBoard;
  readonly publisher: string;
}

export function StoryTile({ board, publisher }: StoryTileProps) {
  const row = board.rows.find((each) => each.publisher === publisher);
  if (row) return <FeedTile article={row.article} />;
  return <PublisherTile publisher={publisher} name={publisherName(board, publisher)} />;
}
