/** The small square before a source's name: its favicon, or its letter in one of 12 colours. */
import { useState } from 'react';
import { classNames } from '../lib/class-names.ts';
import { pictureAddress } from '../lib/media-address.ts';
import { tileColour, tileLetter } from '../lib/source-tile.ts';

interface SourceTileProps {
  readonly name: string;
  readonly host: string;
  readonly iconUrl?: string | null | undefined;
  readonly large?: boolean;
}

export function SourceTile({ name, host, iconUrl, large = false }: SourceTileProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const address = pictureAddress(iconUrl);
  const shown = address !== undefined && failed !== address;
  return (
    <span className={classNames('fav', large && 'fav-l', !shown && `tile-${tileColour(host)}`)} aria-hidden="true">
      {shown ? <img src={address} alt="" onError={() => setFailed(address)} /> : tileLetter(name)}
    </span>
  );
}
