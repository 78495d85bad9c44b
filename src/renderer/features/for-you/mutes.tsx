/** What is muted, until when, and what that hides now. */
import { type FormEvent, useEffect, useState } from 'react';
import type { Mute } from '../../../contract/stories.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { SourceLine } from '../../app/source-line.tsx';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { client, queryClient } from '../../client/client.ts';
import { useAsk } from '../../client/use-ask.ts';
import { counted } from '../../lib/numbers.ts';
import { bylineDate } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { TextField } from '../../ui/text-field.tsx';

export function Mutes() {
  const { data: mutes, error, refetch } = useAsk('mutes.list', {});
  return (
    <>
      <div className="fyp-head">
        <div className="grow">
          <h2>Muted</h2>
          <p className="t2">Hidden from Today, stories and For you. Still in lists and search.</p>
        </div>
      </div>
      <NewTopic />
      {error && (
        <Empty
          icon="warn"
          title="What is muted could not be read"
          actions={<Button onPress={() => void refetch()}>Try again</Button>}
        >
          {error.failure.message}
        </Empty>
      )}
      {mutes?.length === 0 && (
        <Empty icon="bell-off" title="Nothing is muted">
          Mute a topic above, or a story for seven days on its own page.
        </Empty>
      )}
      {mutes && mutes.length > 0 && (
        <ul className="mutes" aria-label="Muted">
          {mutes.map((mute) => (
            <MuteRow key={mute.id} mute={mute} />
          ))}
        </ul>
      )}
      {mutes && mutes.length > 0 && <HiddenNow mutes={mutes} />}
    </>
  );
}

function NewTopic() {
  const [topic, setTopic] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const words = topic.trim();
    if (words.length < 2) return;
    const result = await client.call('stories.mute', { topic: words });
    if (!result.ok) return toastFailure(result.error.message);
    setTopic('');
    toastDone(`Muted ${words}`, result.value.operationId);
    await asMutedNow();
  };
  return (
    <form className="fyp-topic" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Mute a topic"
        placeholder="For instance: Hallmouth, or night trains"
        value={topic}
        onChange={setTopic}
      />
      <Button type="submit" isDisabled={topic.trim().length < 2}>
        Mute
      </Button>
    </form>
  );
}

function MuteRow({ mute }: { readonly mute: Mute }) {
  const now = useNow();
  const remove = async (button: Element) => {
    const near = nearTo(button);
    const result = await client.call('mutes.remove', { id: mute.id });
    if (!result.ok) return toastFailure(result.error.message);
    toastDone(`${mute.label} is seen again`, result.value.operationId);
    near?.focus({ preventScroll: true });
    await asMutedNow();
  };
  const until = mute.until === null ? 'for good' : `until ${bylineDate(mute.until, now)}`;
  return (
    <li>
      <div className="grow">
        <b>{mute.label}</b>
        <div className="t3 num">
          {mute.kind === 'story' ? 'Story' : 'Topic'}, {until}. Hides {counted(mute.hiding, 'article', 'articles')} now.
        </div>
      </div>
      <Button size="sm" onPress={({ target }) => void remove(target)} aria-label={`Show again: ${mute.label}`}>
        Show again
      </Button>
    </li>
  );
}

/** What gets the focus when the row of a button goes: the button of the row beside it, else the page. A field would take the keys. */
function nearTo(button: Element): HTMLElement | null | undefined {
  const row = button.closest('li');
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  return beside?.querySelector('button') ?? button.closest<HTMLElement>('[data-region-part]');
}

/** Each hidden thing with the mute that hides it. */
function HiddenNow({ mutes }: { readonly mutes: readonly Mute[] }) {
  const { data } = useAsk('edition.get', {});
  useEffect(() => {
    // A mute that Undo brought back hides again what the last answer did not name.
    if (mutes) void queryClient.invalidateQueries({ queryKey: ['edition.get'] });
  }, [mutes]);
  const known = new Set(mutes.map(({ id }) => id));
  const hidden = (data?.muted ?? []).filter(({ muteId }) => known.has(muteId));
  if (hidden.length === 0) return null;
  return (
    <section aria-labelledby="hidden-now">
      <h3 id="hidden-now" className="fyp-sub">
        Hidden from Today now
      </h3>
      {hidden.map(({ article, text }) => (
        <article className="news-card hidden-row" key={article.id}>
          <SourceLine article={article} />
          <NewsLink article={article} level={4} />
          <p className="t3">{text}</p>
        </article>
      ))}
    </section>
  );
}

function asMutedNow(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['mutes.list'] });
}
