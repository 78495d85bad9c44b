/** The other side of the owner's door: calls and events of a process that does not own the library. */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Agent } from 'undici';
import { errorCodes, fail, type Result } from '../../../contract/errors.ts';
import type { CoreEvent } from '../../../contract/events.ts';
import { enter } from './door-handshake.ts';
import type { OwnerDoor } from './owner.ts';

/**
 * Calls through another process's door. Fails with library_in_use when nobody answers there, or somebody who is not the owner,
 * who then has heard nothing; `notAsked` in its detail says that nobody can have begun with the call.
 */
export async function callThroughDoor(door: OwnerDoor, name: string, input: unknown): Promise<Result<unknown>> {
  let isBegun = false;
  try {
    const { request } = await import('undici');
    const answer = await request(`${door.address}/call`, {
      dispatcher: await wayTo(door),
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, input: input ?? {} }),
      headersTimeout: 0,
      bodyTimeout: 0,
      onInfo: () => {
        isBegun = true;
      },
    });
    // Without JSON: shut.
    return resultIn(await answer.body.json());
  } catch {
    return fail(
      'library_in_use',
      'This library is open in another process that does not answer. Close it, or wait a moment and try again.',
      { pid: door.pid, notAsked: !isBegun },
    );
  }
}

/** Events of the owner, until the returned function is called or the owner ends, of which `onEnd` tells. */
export function listenThroughDoor(
  door: OwnerDoor,
  listener: (event: CoreEvent) => void,
  onEnd: () => void,
): () => void {
  const controller = new AbortController();
  void (async () => {
    try {
      const { request } = await import('undici');
      const answer = await request(`${door.address}/events`, {
        dispatcher: await wayTo(door),
        signal: controller.signal,
        bodyTimeout: 0,
      });
      let rest = '';
      for await (const chunk of answer.body.setEncoding('utf8')) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) listener(JSON.parse(line) as CoreEvent);
      }
    } catch {
      // the owner is gone, or we no longer listen: there is nothing more to hear
    }
    if (!controller.signal.aborted) onEnd();
  })();
  return () => controller.abort();
}

const ways = new WeakMap<OwnerDoor, Agent>();

/** Connections to this door alone; each has proved that it leads there before a call is sent on it. */
async function wayTo(door: OwnerDoor): Promise<Agent> {
  const known = ways.get(door);
  if (known !== undefined) return known;
  const { Agent } = await import('undici');
  const port = Number(new URL(door.address).port);
  const way = new Agent({
    connect: async (_, connected) => {
      const socket = connect(port, '127.0.0.1');
      // what goes wrong later is undici's to hear; until then it must not end the process
      socket.on('error', () => {});
      try {
        await once(socket, 'connect');
        await enter(socket, door.secret);
      } catch (cause) {
        connected(cause instanceof Error ? cause : new Error(String(cause)), null);
        return;
      }
      connected(null, socket);
    },
  });
  ways.set(door, way);
  return way;
}

/** Throws where it is no answer of ours: of another version, for one. */
function resultIn(said: unknown): Result<unknown> {
  if (typeof said === 'object' && said !== null && 'ok' in said) {
    if (said.ok === true) return { ok: true, value: 'value' in said ? said.value : undefined };
    const error = 'error' in said ? said.error : undefined;
    if (isFailure(error)) return { ok: false, error };
  }
  throw new Error('The owner answered with something that is no answer.');
}

function isFailure(error: unknown): error is Extract<Result<never>, { ok: false }>['error'] {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error)) return false;
  return errorCodes.some((code) => code === error.code) && typeof error.message === 'string';
}
