/** The form of a login, and the login that it stands for. */
import type { FeedCredentials } from '../../../contract/feeds.ts';

export type LoginKind = FeedCredentials['kind'];

export interface LoginFields {
  readonly kind: LoginKind;
  /** User name, or the name of a header. */
  readonly name: string;
  /** Password, token, cookie, or the header's value. */
  readonly secret: string;
}

export const noLogin: LoginFields = { kind: 'basic', name: '', secret: '' };

/** undefined while something is missing, or a header has no name that HTTP allows. */
export function credentialsOf({ kind, name, secret }: LoginFields): FeedCredentials | undefined {
  const trimmed = name.trim();
  if (kind === 'basic') return trimmed === '' ? undefined : { kind, username: trimmed, password: secret };
  if (secret.trim() === '') return undefined;
  if (kind === 'bearer') return { kind, token: secret.trim() };
  if (kind === 'cookie') return { kind, value: secret.trim() };
  return /^[A-Za-z0-9-]{1,100}$/.test(trimmed) ? { kind, name: trimmed, value: secret.trim() } : undefined;
}
