/** A bookmark or a link opened in a new tab is let in by a tab that is open already, of the same browser and the same address. */
import { connection } from './connection.ts';

const channelName = 'broadsheet-session';
// They are on this computer; one that sleeps is not waited for.
const patienceMs = 400;

export function askOtherTabs(): Promise<string | undefined> {
  const channel = new BroadcastChannel(channelName);
  return new Promise((resolve) => {
    const end = (secret?: string) => {
      clearTimeout(timer);
      channel.close();
      resolve(secret);
    };
    const timer = setTimeout(end, patienceMs);
    channel.onmessage = ({ data }) => {
      if (typeof data === 'object' && data !== null && typeof data.secret === 'string') end(data.secret);
    };
    channel.postMessage({ asks: true });
  });
}

/** Not while the server is away: the page that asks may then be another program's, at the same port. */
export function answerOtherTabs(secret: () => string | undefined): void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => {
    const known = secret();
    if (data?.asks === true && known !== undefined && connection.get() === 'there')
      channel.postMessage({ secret: known });
  };
}
