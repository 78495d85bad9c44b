/** What a publisher changed after the article was first fetched. */

import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import type { ArticleId } from '../../../contract/ids.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { useAsk } from '../../client/use-ask.ts';
import { bylineDate } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Icon } from '../../ui/icon.tsx';

type Revision = OutputOf<'articles.revisions'>[number];

const severityWords = {
  serious: 'A headline, a number or a quotation changed',
  wording: 'The wording changed',
  trifle: 'A trifle changed',
} as const;

export function Revisions({ id }: { readonly id: ArticleId }) {
  const revisions = useAsk('articles.revisions', { id }).data ?? [];
  const now = useNow();
  if (revisions.length === 0) return null;
  return (
    <section className="after revisions" aria-label="Edits">
      <h2>Edited since it was first fetched</h2>
      {revisions.map((revision) => (
        <Disclosure key={revision.at} className="revision">
          <Heading level={3}>
            <Button slot="trigger" className="btn ghost sm">
              <Icon name="right" size="s" />
              {severityWords[revision.severity]} <span className="t3 num">{bylineDate(revision.at, now)}</span>
            </Button>
          </Heading>
          <DisclosurePanel>
            <Changes revision={revision} />
          </DisclosurePanel>
        </Disclosure>
      ))}
    </section>
  );
}

function Changes({ revision }: { readonly revision: Revision }) {
  return (
    <p className="changes" dir="auto">
      {revision.changes.map((change, position) => {
        const key = `${position}-${change.kind}`;
        if (change.kind === 'added') return <ins key={key}>{change.text}</ins>;
        if (change.kind === 'removed') return <del key={key}>{change.text}</del>;
        return <span key={key}>{change.text}</span>;
      })}
    </p>
  );
}
