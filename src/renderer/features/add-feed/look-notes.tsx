/** What the dialog says while nothing is found: what to paste, that it looks, or what went wrong and what helps. */
import { useState } from 'react';
import type { Failure } from '../../../contract/errors.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { hostIn } from './address-shape.ts';
import type { Access } from './use-look.ts';

export function WhatToPaste() {
  return (
    <p className="add-hint t2">
      Paste the address of a page you read, of a feed, or of a channel or podcast: Broadsheet finds its feed and shows
      what is in it before you subscribe. Words look for a title in the catalogue: a paper, a place, a subject.
    </p>
  );
}

export function LookingNow({ address }: { readonly address: string }) {
  const isSlow = useSlow(true, address);
  return (
    <div className="add-looking" role="status" aria-busy="true">
      <p className="t2">Looking for feeds at {hostIn(address)}…</p>
      {isSlow && (
        <>
          <div className="skel" />
          <div className="skel" />
          <div className="skel" />
        </>
      )}
    </div>
  );
}

interface LookFailedProps {
  readonly address: string;
  readonly access: Access;
  readonly failure: Failure;
  readonly lookAt: (address: string, access?: Access) => void;
}

export function LookFailed({ address, access, failure, lookAt }: LookFailedProps) {
  if (failure.code === 'private_address' && failure.detail?.redirectedFrom === undefined) {
    return <AskPermission address={address} access={access} failure={failure} lookAt={lookAt} />;
  }
  if (failure.code === 'needs_login') {
    return <AskLogin address={address} access={access} failure={failure} lookAt={lookAt} />;
  }
  return (
    <Note
      kind="err"
      actions={
        <Button size="sm" onPress={() => lookAt(address, access)}>
          Look again
        </Button>
      }
    >
      {/* Its own remedy leads back to this very dialog. */}
      {failure.code === 'dns_failed' && failure.detail?.temporary !== true
        ? `No site answers at ${hostIn(address)}. Is it spelt right?`
        : failure.message}
    </Note>
  );
}

function AskPermission({ address, access, lookAt }: LookFailedProps) {
  return (
    <Note
      kind="warn"
      icon="lock"
      title={`${hostIn(address)} is on this computer or your own network.`}
      actions={
        <Button size="sm" onPress={() => lookAt(address, { ...access, allowPrivate: true })}>
          Allow this address
        </Button>
      }
    >
      Feeds may not go there by themselves, so that no page on the web can reach into your network. If you know this
      address and trust it, allow it for this feed alone.
    </Note>
  );
}

function AskLogin({ address, access, failure, lookAt }: LookFailedProps) {
  // Refused, the name stays: mostly it is the password that was wrong.
  const [username, setUsername] = useState(access.credentials?.kind === 'basic' ? access.credentials.username : '');
  const [password, setPassword] = useState('');
  const refused = access.credentials !== undefined;
  return (
    <form
      className="add-login"
      onSubmit={(event) => {
        event.preventDefault();
        lookAt(address, { ...access, credentials: { kind: 'basic', username, password } });
      }}
    >
      <Note kind={refused ? 'err' : 'info'} icon="lock">
        {refused
          ? `${hostIn(address)} did not accept this login. Check the user name and the password, and look again.`
          : failure.message}
      </Note>
      <div className="add-pair">
        <TextField label="User name" value={username} onChange={setUsername} autoComplete="off" autoFocus={!refused} />
        <TextField
          label="Password"
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="off"
          autoFocus={username !== '' && refused}
        />
      </div>
      <div className="fx">
        <span className="t2 grow add-small">Kept in your library, and sent to this site only.</span>
        <Button size="sm" type="submit" isDisabled={username === '' && password === ''}>
          Look again
        </Button>
      </div>
    </form>
  );
}
