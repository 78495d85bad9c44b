/** Tells a computer without a network from hosts in trouble: then feeds wait, and none is blamed. */
import type { ErrorCode } from '../../../contract/errors.ts';

/** The hosts that could not be reached since the last one that answered. */
export interface Reachability {
  readonly lostHosts: readonly string[];
}

export const everythingReachable: Reachability = { lostHosts: [] };

/** One dead host is its own matter; three good ones in a row are the network's. */
const offlineAt = 3;

export interface Contact {
  readonly host: string;
  /** Absent when something answered, whatever it said. */
  readonly code?: ErrorCode;
  /** `reason` in the failure's detail: a refusal comes from the other side, so there is a network. */
  readonly reason?: string;
  /** Whether this host answered the time before (or was never asked): one that was dead already proves nothing. */
  readonly wasReachable: boolean;
}

/** The state after one more contact. */
export function noteContact(state: Reachability, contact: Contact): Reachability {
  if (meaningOf(contact) === 'answered') return everythingReachable;
  if (meaningOf(contact) === 'nothing') return state;
  if (!contact.wasReachable || state.lostHosts.includes(contact.host)) return state;
  return { lostHosts: [...state.lostHosts, contact.host] };
}

/** Of these nothing was sent, or a network that drops everything looks the same: they prove nothing either way. */
const silentCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'cancelled',
  'bad_address',
  'private_address',
  'timeout',
  'checked_recently',
  'offline',
]);

function meaningOf({ code, reason }: Contact): 'answered' | 'lost' | 'nothing' {
  if (code === undefined) return 'answered';
  if (code === 'dns_failed') return 'lost';
  if (code === 'connection_failed')
    return reason === undefined ? 'nothing' : reason === 'unreachable' ? 'lost' : 'answered';
  return silentCodes.has(code) ? 'nothing' : 'answered';
}

export function seemsOffline(state: Reachability): boolean {
  return state.lostHosts.length >= offlineAt;
}
