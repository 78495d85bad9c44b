/** The core's events to one browser window, as server-sent events (WHATWG HTML 9.2). */
import type { ServerResponse } from 'node:http';
import type { Transport } from '../contract/client.ts';

// What a window has not taken by then, asleep or gone, it will ask for anew.
const mostWaitingBytes = 1_000_000;
// Well under the idle limits of what may stand between a browser and this server.
const heartbeatMs = 25_000;

export function streamEvents(core: Transport, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.write(': listening\n\n');
  const end = core.on((event) => {
    response.write(`data: ${JSON.stringify(event)}\n\n`);
    if (response.writableLength > mostWaitingBytes) response.destroy();
  });
  const heartbeat = setInterval(() => response.write(': here\n\n'), heartbeatMs);
  response.on('close', () => {
    clearInterval(heartbeat);
    end();
  });
}
