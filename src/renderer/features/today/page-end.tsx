/** The last line: the page ends. Below it, what the reader's own mutes kept off. */
import type { Edition } from '../../../contract/edition.ts';
import { keysFor } from '../../app/commands.ts';
import { navigate } from '../../app/navigation.ts';
import { counted } from '../../lib/numbers.ts';
import { clockTime } from '../../lib/times.ts';
import { Button } from '../../ui/button.tsx';
import { keyWords } from '../../ui/keys.tsx';
import { markPageRead } from './commands.ts';

export function PageEnd({ edition }: { readonly edition: Edition }) {
  const keys = keysFor('today.markRead');
  return (
    <footer className="end">
      <p>That is the front page at {clockTime(edition.madeAt)}.</p>
      <Button onPress={markPageRead}>Mark the page read {keys && <kbd>{keyWords(keys).join(' ')}</kbd>}</Button>
      {edition.muted.length > 0 && (
        <p className="end-muted">
          Your mutes keep {counted(edition.muted.length, 'article', 'articles')} off this page.{' '}
          <button
            type="button"
            className="link link-button"
            onClick={() => navigate({ screen: 'for-you', view: 'for-you', argument: 'mutes' })}
          >
            See which
          </button>
        </p>
      )}
    </footer>
  );
}
