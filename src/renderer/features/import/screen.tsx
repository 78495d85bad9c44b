/** Import and export: a subscription list in, what became of it, and the way out with all of them. */
import { useRef } from 'react';
import { runCommand } from '../../app/commands.ts';
import { SubscriptionsBar } from '../../app/subscriptions-bar.tsx';
import { useFeeds } from '../../client/library.ts';
import { importFile, useSubscriptionImport } from '../../client/subscription-import.ts';
import { chooseFile } from '../../lib/choose-file.ts';
import { classNames } from '../../lib/class-names.ts';
import { counted } from '../../lib/numbers.ts';
import { useFileDrop } from '../../lib/use-file-drop.ts';
import { useFocusKept } from '../../lib/use-focus-kept.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Note } from '../../ui/note.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import './import.css';

export function Screen() {
  const last = useSubscriptionImport();
  const page = useRef<HTMLDivElement>(null);
  useFocusKept(page, ([lost]) => (lost?.isConnected ? null : page.current?.querySelector<HTMLElement>('.drop button')));
  return (
    <>
      <SubscriptionsBar present="import" />
      <div className="scroll" data-region-part="list" tabIndex={-1}>
        <div className="im" ref={page}>
          <h2 data-page-heading>Bring your subscriptions</h2>
          <p className="t2">
            OPML from any reader. Folders are kept, duplicates are joined, and the whole import can be undone.
          </p>
          <DropBox />
          {last?.state === 'reading' && <Reading name={last.name} />}
          {last?.state === 'failed' && (
            <Note kind="err" title={`${last.name} was not imported.`}>
              {last.failure.message}
            </Note>
          )}
          {last?.state === 'done' && <ImportOutcome done={last} />}
          <TakeAway />
        </div>
      </div>
    </>
  );
}

function DropBox() {
  const drop = useFileDrop(takeFile, 'Pasted list');
  return (
    <div className={classNames('drop', drop.isOver && 'is-over')} {...drop.handlers}>
      <Icon name="import" size="l" />
      <div className="grow">
        <b>Drop an OPML file here</b>
        <div className="t3">or paste it, as a file or as text</div>
      </div>
      <Button onPress={() => chooseFile('.opml,.xml,text/x-opml,text/xml', takeFile)}>Choose file…</Button>
    </div>
  );
}

function takeFile(file: File): void {
  void importFile(file);
}

function Reading({ name }: { readonly name: string }) {
  return (
    <section aria-label={name}>
      <div className="fx">
        <h2 className="grow im-name">{name}</h2>
        <span className="t2" role="status">
          Reading the list…
        </span>
      </div>
      <Meter label="Reading the list" done={0} total={1} />
    </section>
  );
}

function TakeAway() {
  const feeds = useFeeds().length;
  return (
    <section className="im-out" aria-labelledby="take-away">
      <h2 id="take-away">Take them with you</h2>
      <p className="t2">
        {feeds === 0
          ? 'There is nothing to export yet: subscribe to a feed first.'
          : `One OPML file with ${counted(feeds, 'feed', 'feeds')} and their folders, which any other reader can open.`}
      </p>
      <div className="fx">
        <Button icon="export" isDisabled={feeds === 0} onPress={() => void runCommand('subscriptions.export')}>
          Export OPML
        </Button>
      </div>
    </section>
  );
}
