/** Looks for the feeds at an address: as it is typed, and at once by Enter. Only the answer to the last question counts. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../contract/errors.ts';
import type { FeedChoice, FeedCredentials } from '../../../contract/feeds.ts';
import { client } from '../../client/client.ts';
import { loginApart, looksWhole } from './address-shape.ts';

/** What the reader permits or gives for this address alone. */
export interface Access {
  readonly allowPrivate: boolean;
  readonly credentials?: FeedCredentials;
}

export type Look =
  | { readonly state: 'idle' }
  | { readonly state: 'looking'; readonly address: string; readonly access: Access }
  | { readonly state: 'failed'; readonly address: string; readonly access: Access; readonly failure: Failure }
  | {
      readonly state: 'found';
      readonly address: string;
      readonly access: Access;
      readonly choices: readonly FeedChoice[];
    };

/** Long enough that no host is asked for at every letter of its name. */
const typingPauseMs = 700;
const plain: Access = { allowPrivate: false };

export interface Looking {
  readonly look: Look;
  /** Asks now. */
  readonly lookAt: (address: string, access?: Access) => void;
  /** Asks after a pause, when the address looks whole. */
  readonly typed: (address: string) => void;
}

/** `onBare` hears the address without the login that was typed into it. */
export function useLook(onBare: (address: string) => void): Looking {
  const [look, setLook] = useState<Look>({ state: 'idle' });
  const question = useRef(0);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(waiting.current);
      question.current += 1;
    },
    [],
  );
  const lookAt = useCallback(
    (typedAddress: string, given = plain) => {
      clearTimeout(waiting.current);
      const { address, credentials } = loginApart(typedAddress.trim());
      const access = credentials === undefined ? given : { ...given, credentials };
      if (credentials !== undefined) onBare(address);
      question.current += 1;
      const mine = question.current;
      if (address === '') return setLook({ state: 'idle' });
      setLook({ state: 'looking', address, access });
      void client.call('feeds.preview', { address, ...access }).then((result) => {
        if (mine !== question.current) return;
        setLook(
          result.ok
            ? { state: 'found', address, access, choices: result.value.choices }
            : { state: 'failed', address, access, failure: result.error },
        );
      });
    },
    [onBare],
  );
  const typed = (address: string) => {
    clearTimeout(waiting.current);
    question.current += 1;
    setLook({ state: 'idle' });
    if (looksWhole(address)) waiting.current = setTimeout(() => lookAt(address), typingPauseMs);
  };
  return { look, lookAt, typed };
}
