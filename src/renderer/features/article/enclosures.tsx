/** Files that came with an article. Sound has a player. */
import { useState } from 'react';
import type { Article } from '../../../contract/articles.ts';
import { fileKind } from '../../lib/file-kind.ts';
import { languageName } from '../../lib/language-name.ts';
import { soundAddress } from '../../lib/media-address.ts';
import { fileSize } from '../../lib/numbers.ts';
import { duration } from '../../lib/times.ts';
import { SoundPlayer } from './sound-player.tsx';

type Enclosure = Article['enclosures'][number];

/** Sound and film, under the byline: of an episode they are the article. */
export function Listen({ article }: { readonly article: Article }) {
  const files = article.enclosures.filter(isPlayable);
  if (files.length === 0) return null;
  return (
    <section className="episode" aria-label="Listen">
      <FileList files={files} article={article} />
      {article.podcast?.transcripts.map((transcript) => (
        <p key={transcript.url}>
          <a className="link" href={transcript.url} target="_blank" rel="noopener noreferrer">
            Transcript
            {transcript.language && ` (${languageName(transcript.language, transcript.language)})`}
          </a>
        </p>
      ))}
    </section>
  );
}

/** Whatever else came with it, at its end. */
export function Files({ article }: { readonly article: Article }) {
  const files = article.enclosures.filter((file) => !isPlayable(file) && !file.mimeType?.startsWith('image/'));
  if (files.length === 0) return null;
  return (
    <section className="after" aria-label="Files">
      <h2>Files</h2>
      <FileList files={files} article={article} />
    </section>
  );
}

function FileList({ files, article }: { readonly files: readonly Enclosure[]; readonly article: Article }) {
  return (
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
  const [hasFailed, setFailed] = useState(false);
  const address = isPlayable(file) ? soundAddress(file.url) : undefined;
  const facts = [file.sizeBytes === null ? '' : fileSize(file.sizeBytes), fileKind(file.mimeType)];
  if (address && !hasFailed) {
    return (
      <SoundPlayer
        address={address}
        title={title}
        seconds={seconds}
        facts={joined(facts)}
        onFailure={() => setFailed(true)}
      />
    );
  }
  return (
    <div className="fx">
      <a
        ref={hasFailed ? takeFocus : null}
        className="btn"
        href={file.url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={`Open ${title}`}
      >
        Open
      </a>
      <span className="trunc">{title}</span>
      <span className="t3 num">{joined([seconds === null ? '' : duration(seconds), ...facts])}</span>
      {hasFailed && <span role="alert">This could not be played here. Open it in your browser.</span>}
    </div>
  );
}

function joined(facts: readonly string[]): string {
  return facts.filter(Boolean).join(' · ');
}

/** The player that had the focus has gone. */
function takeFocus(link: HTMLAnchorElement | null): void {
  if (document.activeElement === document.body) link?.focus();
}
