/** Tells a computer without a network from hosts in trouble: then feeds wait, and none is blamed. */
import type { ErrorCode } from '../../contract/errors.ts';

/** The hosts that could not be reached since the last one that answered. */
export interface Reachability {
  readonly lostHosts: readonly string[];
}

export const everythingReachable: Reachability = { lostHosts: [] };

/** One dead host is its own matter; three good ones in a row are the network's. */
const offlineAt = 3;

const lostCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['dns_failed', 'connection_failed']);

export interface Contact {
  readonly host: string;
  /** Absent when something answered, whatever it said. */
  readonly code?: ErrorCode;
  /** `reason` in the failure's detail. */
  readonly reason?: string;
  /** Whether this host answered the time before (or was never asked): one that was dead already proves nothing. */
  readonly wasReachable: boolean;
}

/** The state after one more contact. */
export function noteContact(state: Reachability, contact: Contact): Reachability {
  // A refusal comes from the other side: there is a network.
  const isLost =
    contact.code !== undefined &&
    lostCodes.has(contact.code) &&
    contact.reason !== 'refused' &&
    contact.reason !== 'proxy';
  if (!isLost) return isAnswer(contact.code) ? everythingReachable : state;
  if (!contact.wasReachable || state.lostHosts.includes(contact.host)) return state;
  return { lostHosts: [...state.lostHosts, contact.host] };
}

/** Nothing was sent for these, so they prove nothing either way. A timeout may be a network that drops everything. */
function isAnswer(code: ErrorCode | undefined): boolean {
  return (
    code === undefined || !['cancelled', 'bad_address', 'private_address', 'timeout', 'checked_recently'].includes(code)
  );
}

export function seemsOffline(state: Reachability): boolean {
  return state.lostHosts.length >= offlineAt;
}
