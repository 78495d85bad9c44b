/** What stands before a line of the palette: a feed's tile, or an icon. */
import { Icon } from '../../ui/icon.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import type { AnyLine } from './palette-groups.ts';

export function PaletteIcon({ line }: { readonly line: AnyLine }) {
  if (line.feed) return <SourceTile name={line.feed.title} host={line.feed.host} iconUrl={line.feed.iconUrl} />;
  return <Icon name={line.icon ?? 'right'} />;
}
