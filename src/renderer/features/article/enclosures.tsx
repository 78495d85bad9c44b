/** Files that came with an article. Sound has a player, which fetches nothing before it is asked to. */
import { useState } from 'react';
import type { Article } from '../../../contract/articles.ts';
import { soundAddress } from '../../lib/media-address.ts';
import { fileSize } from '../../lib/numbers.ts';
import { duration } from '../../lib/times.ts';
import { Button } from '../../ui/button.tsx';

type Enclosure = Article['enclosures'][number];

export function Enclosures({ article }: { readonly article: Article }) {
  const files = article.enclosures.filter(({ mimeType }) => !mimeType?.startsWith('image/'));
  if (files.length === 0) return null;
  return (
    <section className="after" aria-label="Files">
      <h2>{files.some(isPlayable) ? 'Listen' : 'Files'}</h2>
      <ul className="files">
        {files.map((file) => (
          <li key={file.url}>
            <File
              file={file}
              title={file.title ?? article.title}
              seconds={file.durationSeconds ?? article.podcast?.durationSeconds ?? null}
            />
          </li>
        ))}
      </ul>
      {article.podcast?.transcripts.map((transcript) => (
        <p key={transcript.url}>
          <a className="link" href={transcript.url} target="_blank" rel="noopener noreferrer">
            Transcript{transcript.language ? ` (${transcript.language})` : ''}
          </a>
        </p>
      ))}
    </section>
  );
}

function isPlayable({ mimeType }: Enclosure): boolean {
  return /^(audio|video)\//.test(mimeType ?? '');
}

interface FileProps {
  readonly file: Enclosure;
  readonly title: string;
  readonly seconds: number | null;
}

function File({ file, title, seconds }: FileProps) {
  const [isLoaded, setLoaded] = useState(false);
  const address = soundAddress(file.url);
  const facts = [
    seconds === null ? '' : duration(seconds),
    file.sizeBytes === null ? '' : fileSize(file.sizeBytes),
    file.mimeType ?? '',
  ].filter(Boolean);
  if (isLoaded && address) {
    return <audio controls autoPlay src={address} aria-label={title} />;
  }
  return (
    <div className="fx">
      {isPlayable(file) && address ? (
        <Button onPress={() => setLoaded(true)}>Play</Button>
      ) : (
        <a className="btn" href={file.url} target="_blank" rel="noopener noreferrer">
          Open
        </a>
      )}
      <span className="trunc">{title}</span>
      <span className="t3 num">{facts.join(' · ')}</span>
    </div>
  );
}
