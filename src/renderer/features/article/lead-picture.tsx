/** The picture over an article, with what it shows and whose it is. One that cannot be had leaves no gap. */
import { useState } from 'react';
import type { Article } from '../../../contract/articles.ts';
import { classNames } from '../../lib/class-names.ts';
import { pictureAddress } from '../../lib/media-address.ts';
import { openPicture } from './shown-picture.ts';

interface LeadPictureProps {
  readonly picture: NonNullable<Article['picture']>;
  readonly language: string | null;
  /** It stood in the text, and is shown whole however tall it is. */
  readonly isTold: boolean;
  readonly hoverText: string | null;
}

export function LeadPicture({ picture, language, isTold, hoverText }: LeadPictureProps) {
  const [state, setState] = useState<'coming' | 'here' | 'failed'>('coming');
  const address = pictureAddress(picture.url);
  if (!address || state === 'failed') return null;
  const { caption, credit, width, height } = picture;
  // Without a description the caption stands for it, or the picture is decoration.
  const alt = picture.alt ?? (caption ? 'Picture' : '');
  return (
    <figure className={classNames('lead', isTold && 'is-told')}>
      <button
        type="button"
        className="zoom"
        aria-label={picture.alt ? `Open picture: ${picture.alt}` : 'Open picture'}
        onClick={(event) => openPicture(event.currentTarget)}
      >
        <img
          src={address}
          alt={alt}
          // Its room is kept while it comes; what feeds say of its size is not always so.
          style={state === 'coming' ? roomOf(width, height) : undefined}
          onLoad={() => setState('here')}
          onError={() => setState('failed')}
        />
      </button>
      {(caption || credit || hoverText) && (
        <figcaption lang={language ?? undefined} dir="auto">
          {caption} {credit && <span className="cr">{credit}</span>}{' '}
          {hoverText && <span className="hover-text">{hoverText}</span>}
        </figcaption>
      )}
    </figure>
  );
}

const usualRatio = '16 / 9';

function roomOf(width: number | null, height: number | null) {
  return width && height
    ? { width: `${width}px`, aspectRatio: `${width} / ${height}` }
    : { width: '100%', aspectRatio: usualRatio };
}
