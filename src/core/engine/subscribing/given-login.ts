/** The login that comes with an address that somebody typed, and the place that it is for. */
import type { FeedCredentials } from '../../../contract/feeds.ts';
import { typedAddresses } from '../../feeds/finding/typed-address.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { type Login, splitLogin } from '../../lib/logins.ts';
import { writeHostAndPort } from '../fetching/private-hosts.ts';

interface Given {
  readonly address: string;
  readonly credentials?: FeedCredentials | undefined;
  /** Where the login was asked for, if elsewhere. */
  readonly loginFor?: string | undefined;
  readonly allowPrivate: boolean;
}

interface Understood {
  /** Without a login. */
  readonly address: string;
  readonly login: Login | null;
  /** Of the address, where it was permitted. */
  readonly allowPrivate: readonly string[];
}

export function understand({ address: typed, credentials, loginFor, allowPrivate }: Given): Understood {
  const [first] = typedAddresses(typed);
  const { address, login } = first === undefined ? { address: typed } : splitLogin(first);
  const bare = login === undefined ? typed : address;
  const origin = credentials === undefined ? undefined : placeOf(loginFor ?? typed, allowPrivate);
  return {
    address: bare,
    login: credentials === undefined || origin === undefined ? (login ?? null) : { origin, credentials },
    allowPrivate: allowPrivate ? typedAddresses(bare).map(writeHostAndPort) : [],
  };
}

/** Without a scheme: https, so that nobody on the way can have it asked for in the clear; at home http, which is what there is. */
function placeOf(typed: string, allowPrivate: boolean): string | undefined {
  const starts = typedAddresses(typed);
  const start = allowPrivate ? starts.at(-1) : starts[0];
  return start === undefined ? undefined : new URL(start).origin;
}

const keptMs = 1_800_000;
const keptAtMost = 100;

/** Logins that stood in addresses which were looked at: what is then subscribed to is named without them. In memory alone. */
export class SeenLogins {
  readonly #byUrl = new Map<string, { readonly login: Login; readonly at: EpochMs }>();

  keep(url: string, login: Login, at: EpochMs): void {
    this.#byUrl.delete(url);
    this.#byUrl.set(url, { login, at });
    const [oldest] = this.#byUrl.keys();
    if (this.#byUrl.size > keptAtMost && oldest !== undefined) this.#byUrl.delete(oldest);
  }

  at(url: string, now: EpochMs): Login | undefined {
    const seen = this.#byUrl.get(url);
    return seen !== undefined && now - seen.at < keptMs ? seen.login : undefined;
  }
}
