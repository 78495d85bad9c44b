/** A feed has gone to another place than its login was given for: the reader says whether the login follows. */
import { useState } from 'react';
import type { FeedSummary } from '../../../contract/feeds.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { checkFeeds, configureFeeds } from './change-feeds.ts';
import { heldLoginWords } from './held-login-words.ts';

export function HeldLogin({ feed }: { readonly feed: FeedSummary }) {
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  if (feed.loginHeldFor === null) return null;
  const words = heldLoginWords(feed.loginHeldFor, feed.url);
  const answer = async (change: { loginFollows: true } | { credentials: null }, done: string) => {
    setBusy(true);
    const why = await configureFeeds([feed], change, `${feed.title}: ${done}`);
    setBusy(false);
    setFailure(why);
    if (!why && 'loginFollows' in change) await checkFeeds([feed], { force: true });
  };
  return (
    <>
      <Note
        isQuiet
        kind="warn"
        icon="lock"
        title={words.title}
        actions={
          <>
            <Button
              size="sm"
              isDisabled={isBusy}
              onPress={() => void answer({ loginFollows: true }, 'login goes to the new address')}
            >
              {words.follow}
            </Button>
            <Button
              size="sm"
              kind="ghost"
              isDisabled={isBusy}
              onPress={() => void answer({ credentials: null }, 'login removed')}
            >
              Remove login
            </Button>
          </>
        }
      >
        {words.question}
      </Note>
      {failure && <Note kind="err">{failure}</Note>}
    </>
  );
}
