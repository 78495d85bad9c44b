/** What the rules of keeping would remove, before anything goes; and the removal itself, which asks first. */
import { useState } from 'react';
import type { OutputOf } from '../../../contract/index.ts';
import { counted, exactCount, fileSize } from '../../lib/numbers.ts';
import { fullDate } from '../../lib/times.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { JobButton } from './job-button.tsx';
import { SettingRow } from './setting-rows.tsx';
import { useFresh } from './use-fresh.ts';
import { useJob } from './use-job.ts';

type Preview = OutputOf<'archive.preview'>;

const reasons = {
  age: 'too old',
  count: 'more than are kept of the feed',
  size: 'more than the library holds',
  unsubscribed: 'no longer subscribed to',
} as const;

export function KeepPreview() {
  const { data: preview, error, refetch } = useFresh('archive.preview');
  const [isOpen, setOpen] = useState(false);
  const clean = useJob('archive.clean', ({ articles }) => `Removed ${counted(articles, 'article', 'articles')}`);
  const open = () => {
    // What is read may have changed since the page was opened, and what goes cannot be had back.
    void refetch();
    setOpen(true);
  };
  if (error && !preview) return <NoPreview why={error.failure.message} onRetry={() => void refetch()} />;
  if (!preview) return null;
  return (
    <SettingRow name="What would go now" about={wordsFor(preview)} alias="preview delete remove clean retention">
      <JobButton job={clean} running="Removing…" isDisabled={preview.articles === 0} onPress={open}>
        Show and remove…
      </JobButton>
      {isOpen && (
        <PreviewDialog
          preview={preview}
          onClose={() => setOpen(false)}
          onRemove={() => {
            setOpen(false);
            void clean.start({});
          }}
        />
      )}
    </SettingRow>
  );
}

function NoPreview({ why, onRetry }: { readonly why: string; readonly onRetry: () => void }) {
  return (
    <SettingRow name="What would go now" about={`This could not be worked out. ${why}`}>
      <Button size="sm" onPress={onRetry}>
        Try again
      </Button>
    </SettingRow>
  );
}

function wordsFor({ articles, bytes, spared }: Preview): string {
  const kept =
    spared > 0 ? ` ${counted(spared, 'article is', 'articles are')} kept because unread, starred or for later.` : '';
  if (articles === 0) return `Nothing: these rules remove no article that you have.${kept}`;
  return `${counted(articles, 'article', 'articles')}, about ${fileSize(bytes)}.${kept}`;
}

interface PreviewDialogProps {
  readonly preview: Preview;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}

function PreviewDialog({ preview, onClose, onRemove }: PreviewDialogProps) {
  return (
    <Dialog
      title="What would go"
      className="room-dialog"
      middle
      onClose={onClose}
      footer={
        <>
          <Button kind="ghost" onPress={onClose}>
            Keep them
          </Button>
          <Button kind="danger" onPress={onRemove}>
            Remove {counted(preview.articles, 'article', 'articles')}
          </Button>
        </>
      }
    >
      <div className="dlg-b">
        <p className="t2">
          This cannot be undone. What you have read stays known: an article that comes again is not unread again.
        </p>
        <table className="room-feeds num">
          <caption className="vh">Articles that would be removed, by feed</caption>
          <thead>
            <tr>
              <th scope="col">Feed</th>
              <th scope="col">Articles</th>
              <th scope="col">Space</th>
              <th scope="col">From and until</th>
            </tr>
          </thead>
          <tbody>
            {preview.feeds.map((feed) => (
              <tr key={`${feed.feedId}-${feed.reason}`}>
                <th scope="row">
                  <span className="trunc">{feed.title}</span>
                  <span className="t3">{reasons[feed.reason]}</span>
                </th>
                <td>{exactCount(feed.articles)}</td>
                <td>{fileSize(feed.bytes)}</td>
                <td>
                  {fullDate(feed.oldestAt)} – {fullDate(feed.newestAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
