/** The picture over an article, with what it shows and whose it is. One that cannot be had leaves no gap. */
import { useState } from 'react';
import type { Article } from '../../../contract/articles.ts';
import { pictureAddress } from '../../lib/media-address.ts';

interface LeadPictureProps {
  readonly picture: NonNullable<Article['picture']>;
  readonly language: string | null;
}

export function LeadPicture({ picture, language }: LeadPictureProps) {
  const [hasFailed, setFailed] = useState(false);
  const address = pictureAddress(picture.url);
  if (!address || hasFailed) return null;
  const words = picture.caption || picture.credit;
  return (
    <figure className="lead">
      {/* Without a description the caption stands for it, or the picture is decoration. */}
      <img src={address} alt={picture.alt ?? (picture.caption ? 'Picture' : '')} onError={() => setFailed(true)} />
      {words && (
        <figcaption lang={language ?? undefined} dir="auto">
          {picture.caption} {picture.credit && <span className="cr">{picture.credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
