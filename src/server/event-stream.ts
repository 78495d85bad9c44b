/** The core's events to one browser window, as server-sent events (WHATWG HTML 9.2). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Transport } from '../contract/client.ts';

// Well under the idle limits of what may stand between a browser and this server.
const heartbeatMs = 25_000;

export function streamEvents(core: Transport, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.write(': listening\n\n');
  const end = core.on((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => response.write(': here\n\n'), heartbeatMs);
  request.on('close', () => {
    clearInterval(heartbeat);
    end();
  });
}
