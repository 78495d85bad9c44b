/** Says how to leave focus, and then goes: 'Z leaves focus'. */
import { keysFor } from '../../app/commands.ts';
import { useFocusMode } from '../../app/focus-mode.ts';
import { keyWords } from '../../ui/keys.tsx';

export function FocusHint() {
  const keys = keysFor('article.focus');
  if (!useFocusMode() || keys === undefined) return null;
  return (
    <p className="focus-hint" role="status">
      <kbd>{keyWords(keys).join(' ')}</kbd> leaves focus
    </p>
  );
}
