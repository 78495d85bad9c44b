/** One feed in full, beside the table: what troubles it, what it is set to, and what became of each check. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { FeedSummary } from '../../../contract/feeds.ts';
import { applyRemedy, type DetailForm, wantedForm } from '../../app/apply-remedy.ts';
import { unsubscribe } from '../../app/feed-actions.ts';
import { causeOf, remedyLabels } from '../../app/feed-causes.ts';
import { navigate } from '../../app/navigation.ts';
import { useStore } from '../../lib/store.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Note } from '../../ui/note.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { checkFeeds } from './change-feeds.ts';
import { FeedAddress } from './feed-address.tsx';
import { FeedDiary } from './feed-diary.tsx';
import { FeedFacts } from './feed-facts.tsx';
import { FeedLogin } from './feed-login.tsx';
import { FeedOptions } from './feed-options.tsx';
import { StatusPill, useTrouble } from './feed-status.tsx';
import { FeedTrial } from './feed-trial.tsx';
import { HeldLogin } from './held-login.tsx';
import { RenameField } from './rename-field.tsx';

interface FeedDetailsProps {
  readonly feed: FeedSummary;
  readonly onMove: (feeds: readonly FeedSummary[]) => void;
}

function close(): void {
  navigate({ screen: 'subscriptions', argument: null }, { replace: true });
}

export function FeedDetails({ feed, onMove }: FeedDetailsProps) {
  const panel = useRef<HTMLElement>(null);
  const [form, setForm] = useState<DetailForm | null>(null);
  const [isTried, setTried] = useState(false);
  const wanted = useStore(wantedForm, (value) => value);
  useEffect(() => {
    if (wanted === null) return;
    if (wanted === 'try') setTried(true);
    else setForm(wanted);
    wantedForm.set(null);
  }, [wanted]);
  useFocusWhileOpen(panel);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
  };
  return (
    <aside
      className="subs-details"
      aria-label={`Details of ${feed.title}`}
      ref={panel}
      tabIndex={-1}
      data-region-part="article"
      onKeyDown={onKeyDown}
    >
      <Head feed={feed} />
      <div className="scroll details-body">
        <Trouble feed={feed} onTry={() => setTried(true)} />
        <HeldLogin feed={feed} />
        <FeedFacts feed={feed} />
        <div className="fx details-actions">
          <Button size="sm" icon="refresh" onPress={() => void checkFeeds([feed])}>
            Refresh
          </Button>
          <Button size="sm" icon="text" onPress={() => navigate({ view: `feed:${feed.id}` })}>
            Read
          </Button>
          <Button size="sm" icon="folder" onPress={() => onMove([feed])}>
            Move to…
          </Button>
        </div>
        <Part title="Diary" aside={!isTried && <TryButton onTry={() => setTried(true)} />}>
          {isTried && <FeedTrial id={feed.id} onClose={() => setTried(false)} />}
          <FeedDiary feed={feed} />
        </Part>
        <Part title="Refreshing and reading">
          <FeedOptions feed={feed} />
        </Part>
        <Part title="Address">
          <FeedAddress key={feed.url} feed={feed} form={form} onForm={setForm} />
        </Part>
        <Part title="Login">
          <FeedLogin feed={feed} isOpen={form === 'login'} onForm={setForm} />
        </Part>
        <Button size="sm" kind="danger" className="details-remove" onPress={() => void unsubscribe([feed])}>
          Unsubscribe
        </Button>
      </div>
    </aside>
  );
}

function TryButton({ onTry }: { readonly onTry: () => void }) {
  return (
    <Button size="sm" onPress={onTry}>
      Test this feed
    </Button>
  );
}

function Head({ feed }: { readonly feed: FeedSummary }) {
  const [isRenamed, setRenamed] = useState(false);
  const code = useTrouble(feed)?.code;
  return (
    <header className="details-head">
      <SourceTile name={feed.title} host={feed.host} iconUrl={feed.iconUrl} large />
      <div className="grow">
        {isRenamed ? <RenameField feed={feed} onEnd={() => setRenamed(false)} /> : <h2 dir="auto">{feed.title}</h2>}
        <div className="fx details-status">
          <StatusPill feed={feed} code={code} />
          {feed.feedTitle !== '' && feed.feedTitle !== feed.title && (
            <span className="t3 trunc" dir="auto">
              {feed.feedTitle}
            </span>
          )}
        </div>
      </div>
      <Button size="sm" kind="ghost" onPress={() => setRenamed(true)}>
        Rename
      </Button>
      <IconButton icon="x" label="Close the details" onPress={close} />
    </header>
  );
}

interface TroubleProps {
  readonly feed: FeedSummary;
  readonly onTry: () => void;
}

/** The same words and remedy as in the row, whole. */
function Trouble({ feed, onTry }: TroubleProps) {
  const code = useTrouble(feed)?.code;
  if (feed.trouble === null) return null;
  const { remedy } = causeOf(code);
  return (
    <Note
      isQuiet
      kind={feed.health === 'error' ? 'err' : 'warn'}
      title={feed.failures > 1 ? `The last ${feed.failures} times failed.` : 'It failed the last time.'}
      actions={
        <>
          {remedy !== 'try' && (
            <Button size="sm" onPress={() => applyRemedy(remedy, feed)}>
              {remedyLabels[remedy]}
            </Button>
          )}
          <Button size="sm" onPress={onTry}>
            Try now
          </Button>
        </>
      }
    >
      {feed.trouble}
    </Note>
  );
}

interface PartProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

function Part({ title, aside, children }: PartProps) {
  return (
    <section className="details-part" aria-label={title}>
      <div className="fx">
        <h3 className="grow">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Takes the focus when it opens and gives it back to the row when it closes. */
function useFocusWhileOpen(panel: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    const element = panel.current;
    return () => {
      const hadFocus = document.activeElement === document.body || element?.contains(document.activeElement);
      if (hadFocus && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [panel]);
}
