/** The publisher of every test, bench and end-to-end run: real HTTP and HTTPS on loopback, on as many hosts as wanted. */

export { faults, startFaultServer } from './feed-server/faults.ts';
export { type FeedServer, startFeedServer, testAuthority } from './feed-server/server.ts';
