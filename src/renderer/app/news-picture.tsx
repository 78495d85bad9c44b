/** A picture of the news. One that cannot be had, or that the reader does not want, leaves no gap. */
import { useState } from 'react';
import { useShowsPictures } from '../client/shows-pictures.ts';
import { pictureAddress } from '../lib/media-address.ts';

export function NewsPicture({ url, eager = false }: { readonly url: string | null; readonly eager?: boolean }) {
  const showPictures = useShowsPictures('showPictures');
  const [failed, setFailed] = useState<string | null>(null);
  const address = pictureAddress(url);
  if (!address || failed === address || !showPictures) return null;
  return (
    <img src={address} alt="" loading={eager ? 'eager' : 'lazy'} decoding="async" onError={() => setFailed(address)} />
  );
}
