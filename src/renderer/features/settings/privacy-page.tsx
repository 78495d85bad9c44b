/** What Broadsheet tells whom. Mostly statements: there is little to choose, because nothing is sent. */
import { Note } from '../../ui/note.tsx';
import { useIsFound } from './find-setting.ts';

const statements = [
  {
    name: 'Feeds',
    about:
      'Each feed’s host sees that Broadsheet asks for the feed, and from which address on the network. It gets no cookie and no name, unless you gave the feed a login.',
  },
  {
    name: 'Pictures and sounds',
    about:
      'They are fetched once, by Broadsheet itself, when an article is shown, and then kept in your library. The window never asks a publisher for anything.',
  },
  {
    name: 'Scripts and tracking pixels',
    about: 'Articles are shown without scripts, forms and frames. Pictures of a single pixel are left out.',
  },
  {
    name: 'What you read',
    about: 'Stays in your library on this computer. All ranking happens here.',
  },
] as const;

export function PrivacyPage() {
  return (
    <>
      <Summary />
      <div className="opts-apart">
        {statements.map((statement) => (
          <Statement key={statement.name} {...statement} />
        ))}
      </div>
    </>
  );
}

function Summary() {
  if (!useIsFound('privacy account telemetry tracking')) return null;
  return (
    <Note kind="info" icon="lock" isQuiet>
      Broadsheet has no account and no telemetry. It talks to the sites you subscribe to, and to nobody else.
    </Note>
  );
}

function Statement({ name, about }: { readonly name: string; readonly about: string }) {
  if (!useIsFound(name, about)) return null;
  return (
    <div className="opt">
      <div>
        <b>{name}</b>
        <span className="d">{about}</span>
      </div>
    </div>
  );
}
