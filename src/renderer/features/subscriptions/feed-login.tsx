/** How a feed's host knows you: nothing is shown of what is kept, it can only be replaced or removed. */
import { type FormEvent, useState } from 'react';
import type { FeedCredentials, FeedSummary } from '../../../contract/feeds.ts';
import type { DetailForm } from '../../app/apply-remedy.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { checkFeeds, configureFeeds } from './change-feeds.ts';
import { credentialsOf, type LoginFields, type LoginKind, noLogin } from './login-fields.ts';

interface FeedLoginProps {
  readonly feed: FeedSummary;
  readonly isOpen: boolean;
  readonly onForm: (form: DetailForm | null) => void;
}

const kinds = [
  { value: 'basic', label: 'User name and password' },
  { value: 'bearer', label: 'Token' },
  { value: 'cookie', label: 'Cookie' },
  { value: 'header', label: 'Own header' },
] as const satisfies readonly { readonly value: LoginKind; readonly label: string }[];

export function FeedLogin({ feed, isOpen, onForm }: FeedLoginProps) {
  const [fields, setFields] = useState<LoginFields>(noLogin);
  const [failure, setFailure] = useState<string>();
  const change = (part: Partial<LoginFields>) => setFields((before) => ({ ...before, ...part }));
  const close = () => {
    setFields(noLogin);
    setFailure(undefined);
    onForm(null);
  };
  const [isBusy, setBusy] = useState(false);
  const keep = async (credentials: FeedCredentials | null, done: string) => {
    if (isBusy) return;
    setBusy(true);
    const why = await configureFeeds([feed], { credentials }, `${feed.title}: ${done}`);
    setBusy(false);
    setFailure(why);
    if (why) return;
    close();
    if (credentials) await checkFeeds([feed], { force: true });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const credentials = credentialsOf(fields);
    if (credentials) void keep(credentials, 'login saved');
  };
  if (!isOpen) {
    const remove = () => void keep(null, 'login removed');
    return <PresentLogin feed={feed} failure={failure} onChange={() => onForm('login')} onRemove={remove} />;
  }
  return (
    <form className="details-form" onSubmit={onSubmit} autoComplete="off">
      <Select label="Kind of login" value={fields.kind} choices={kinds} onChange={(kind) => change({ kind })} />
      <Fields fields={fields} onChange={change} />
      {failure && <Note kind="err">{failure}</Note>}
      <div className="fx">
        <Button size="sm" kind="primary" type="submit" isDisabled={credentialsOf(fields) === undefined}>
          Save login
        </Button>
        <Button size="sm" kind="ghost" onPress={close}>
          Cancel
        </Button>
      </div>
      <p className="t3">Kept in your library and sent to {URL.parse(feed.url)?.host ?? feed.host} only.</p>
    </form>
  );
}

interface PresentLoginProps {
  readonly feed: FeedSummary;
  /** Why it could not be removed. */
  readonly failure: string | undefined;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function PresentLogin({ feed, failure, onChange, onRemove }: PresentLoginProps) {
  return (
    <>
      {failure && <Note kind="err">{failure}</Note>}
      <div className="fx">
        <Button size="sm" icon="lock" onPress={onChange}>
          {feed.hasLogin ? 'Change login' : 'Set a login'}
        </Button>
        {feed.hasLogin && (
          <Button size="sm" kind="ghost" onPress={onRemove}>
            Remove login
          </Button>
        )}
      </div>
    </>
  );
}

interface FieldsProps {
  readonly fields: LoginFields;
  readonly onChange: (part: Partial<LoginFields>) => void;
}

function Fields({ fields, onChange }: FieldsProps) {
  const { kind, name, secret } = fields;
  const secretLabel = { basic: 'Password', bearer: 'Token', cookie: 'Cookie', header: 'Value' }[kind];
  return (
    <>
      {(kind === 'basic' || kind === 'header') && (
        <TextField
          autoFocus
          label={kind === 'basic' ? 'User name' : 'Name of the header'}
          value={name}
          onChange={(value) => onChange({ name: value })}
        />
      )}
      <TextField
        label={secretLabel}
        type="password"
        value={secret}
        onChange={(value) => onChange({ secret: value })}
        autoComplete="off"
      />
    </>
  );
}
