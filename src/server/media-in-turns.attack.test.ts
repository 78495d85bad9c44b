/** Publishers whose servers take a picture's request and never answer it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sessionKeys } from '../renderer/client/session-keys.ts';
import { fileCore } from '../testing/file-core.ts';
import { httpWindow, signedIn } from '../testing/http-window.ts';
import { answerInTurns } from './media-in-turns.ts';

const library = fileCore();
const asked = new URL('http://127.0.0.1:1234/media/key/picture?url=https%3A%2F%2Fa.example%2F%3Fx%3D1%26turn%3D9');
const never = new Promise<Response>(() => {});

test('a picture that does not come keeps its connection for a second, and comes round again for some more', async () => {
  let url = asked;
  const begun = performance.now();
  const answer = await answerInTurns(url, never);
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(answer.status).toBe(307);
  url = new URL(answer.headers.get('location') ?? '', asked);
  expect([url.pathname, url.searchParams.get('url')]).toEqual(['/media/key/picture', 'https://a.example/?x=1&turn=9']);
  expect(url.searchParams.get('turn')).toBe('1');
});

test.each(['18', '1e9', 'x', 'Infinity'])('after turn %s it is given up', async (turn) => {
  const url = new URL(asked);
  url.searchParams.set('turn', turn);
  expect((await answerInTurns(url, never)).status).toBe(504);
});

test('one that is there is answered as it is, and one that comes too late holds no file open', async () => {
  const there = new Response('a picture');
  expect(await answerInTurns(asked, Promise.resolve(there))).toBe(there);
  let closed = false;
  const late = new ReadableStream({
    cancel: () => {
      closed = true;
    },
  });
  const coming = new Promise<Response>((resolve) => setTimeout(resolve, 1_200, new Response(late)));
  expect((await answerInTurns(asked, coming)).status).toBe(307);
  await expect.poll(() => closed).toBe(true);
});

test('a sound, which a reader has asked for by a press, is waited for as long as it takes', async () => {
  const page = async () => {
    await sleep(1_500);
    return new Response('bytes');
  };
  const window = await httpWindow(library.core(), { page });
  const { mediaKey } = await sessionKeys(await signedIn(window));
  const statusOf = async (kind: string): Promise<number> =>
    (await fetch(`${window.origin}/media/${mediaKey}/${kind}?url=x`, { redirect: 'manual' })).status;
  expect(await Promise.all(['sound', 'picture'].map(statusOf))).toEqual([200, 307]);
});
