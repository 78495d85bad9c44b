/** What a publisher changed after the article was first fetched: only the sentences that changed, old above new. */
import { useState } from 'react';
import type { Article } from '../../../contract/articles.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { useAsk } from '../../client/use-ask.ts';
import { timeAndDay } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { changeWords, paragraphWords, smallWords } from './change-words.ts';
import './what-changed.css';

type Revision = OutputOf<'articles.revisions'>[number];
type Passage = Revision['passages'][number];
type Words = Passage['before'];

interface WhatChangedProps {
  readonly id: string;
  readonly article: Pick<Article, 'id' | 'language' | 'direction'>;
}

export function WhatChanged({ id, article }: WhatChangedProps) {
  const revisions = useAsk('articles.revisions', { id: article.id }).data;
  const [at, setAt] = useState<number | null>(null);
  const now = useNow();
  const shown = revisions?.find((revision) => revision.at === at) ?? revisions?.[0];
  return (
    <section className="changed" id={id} aria-label="What changed">
      <div className="changed-head">
        <b>{shown ? changeWords(shown.counts) : revisions && 'Nothing that can be seen changed'}</b>
        <span className="grow" />
        {shown && revisions && revisions.length > 1 && (
          <Segmented
            label="Which change"
            value={String(shown.at)}
            choices={revisions.slice(0, 4).map((revision) => ({
              value: String(revision.at),
              label: timeAndDay(revision.at, now),
            }))}
            onChange={(value) => setAt(Number(value))}
          />
        )}
      </div>
      {shown && <Passages key={shown.at} revision={shown} article={article} />}
    </section>
  );
}

function Passages({
  revision,
  article,
}: {
  readonly revision: Revision;
  readonly article: WhatChangedProps['article'];
}) {
  const { small } = revision.counts;
  const isAllSmall = revision.passages.every(({ isSmall }) => isSmall);
  const [showsSmall, setShowsSmall] = useState(isAllSmall);
  const shown = revision.passages.filter(({ isSmall }) => showsSmall || !isSmall);
  return (
    <>
      <dl className="changed-list" lang={article.language ?? undefined} dir={article.direction}>
        {shown.map((passage, position) => (
          <PassageRows
            key={keyOf(passage)}
            passage={passage}
            isFirst={shown[position - 1]?.paragraph !== passage.paragraph}
          />
        ))}
      </dl>
      {small > 0 && !showsSmall && (
        <div className="changed-foot">
          <span className="t3">{smallWords(small)} not shown.</span>
          <span className="grow" />
          <Button size="sm" kind="ghost" onPress={() => setShowsSmall(true)}>
            Show {small === 1 ? 'it' : 'them'}
          </Button>
        </div>
      )}
    </>
  );
}

function keyOf({ paragraph, before, after }: Passage): string {
  return `${paragraph} ${[...before, ...after].map(({ text }) => text).join('')}`;
}

function PassageRows({ passage, isFirst }: { readonly passage: Passage; readonly isFirst: boolean }) {
  return (
    <>
      {isFirst && <dt>{passage.paragraph === null ? 'Headline' : paragraphWords(passage.paragraph)}</dt>}
      {passage.before.length > 0 && (
        <dd className="was">
          <span className="vh">Before: </span>
          <Marked words={passage.before} as="del" />
        </dd>
      )}
      {passage.after.length > 0 && (
        <dd className="is">
          <span className="vh">Now: </span>
          <Marked words={passage.after} as="ins" />
        </dd>
      )}
    </>
  );
}

function Marked({ words, as: Tag }: { readonly words: Words; readonly as: 'del' | 'ins' }) {
  return words.map(({ text, isChanged }, position) => {
    const key = `${position} ${text}`;
    return isChanged ? <Tag key={key}>{text}</Tag> : <span key={key}>{text}</span>;
  });
}
