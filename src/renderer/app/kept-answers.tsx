/** Draws nothing: keeps what the whole window shows parts of (see client/use-part.ts) asked for and fresh. */
import { useAsk } from '../client/use-ask.ts';
import type { KeptName } from '../client/use-part.ts';

const names: readonly KeptName[] = ['feeds.list', 'folders.list', 'counts.get', 'savedSearches.list', 'refresh.status'];

export function KeptAnswers() {
  return names.map((name) => <KeptAnswer key={name} name={name} />);
}

/** One component each, so that one answer runs one hook. */
function KeptAnswer({ name }: { readonly name: KeptName }) {
  useAsk(name, {});
  return null;
}
