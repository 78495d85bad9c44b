/**
 * What every way to the core must keep, whoever carries the call: a function, a socket or Electron. Each fact runs by
 * itself on a library that may hold anything; it throws what it found wrong.
 */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Transport } from '../contract/client.ts';
import type { Result } from '../contract/errors.ts';
import type { CoreEvent } from '../contract/events.ts';

export interface TransportFact {
  readonly fact: string;
  readonly hold: (transport: Transport) => Promise<void>;
}

const awkwardText = 'é ñ 漢字 かな العربية עברית 🗞️ 👩🏽‍💻 \u2028\u2029 "quoted" \\ </script><b> \t\n end';

export const transportFacts: readonly TransportFact[] = [
  {
    fact: 'a query is answered with its value',
    hold: async ({ call }) => {
      const answer = await call('settings.get', {});
      assert.equal(answer.ok, true);
      assert.equal(typeof must<{ theme: string }>(answer).theme, 'string');
    },
  },
  {
    fact: 'what a command has changed is there for the query after it, each time',
    hold: async ({ call }) => {
      for (let round = 0; round < 25; round += 1) {
        must(await call('state.set', { key: 'suite-round', value: round }));
        assert.deepEqual(must(await call('state.get', { key: 'suite-round' })), { value: round });
      }
    },
  },
  {
    fact: 'a failure comes as a value with its code and a sentence, not as an exception',
    hold: async ({ call }) => {
      const answer = await call('articles.get', { id: 1 });
      assert.equal(codeOf(answer), 'not_found');
      assert.match(answer.ok ? '' : answer.error.message, /^[A-Z].+\.$/);
    },
  },
  {
    fact: 'a name that is no method is refused, also one that every object has',
    hold: async ({ call }) => {
      for (const name of ['articles.steal', '', 'constructor', 'toString', '__proto__']) {
        assert.equal(codeOf(await call(name, {})), 'unknown_method', name);
      }
    },
  },
  {
    fact: 'an input that does not fit is refused, and the answer names the part',
    hold: async ({ call }) => {
      for (const input of [{ limit: 0 }, { limit: 'many' }, { limits: 5 }]) {
        const answer = await call('articles.list', input);
        assert.equal(codeOf(answer), 'bad_input');
        assert.match(answer.ok ? '' : answer.error.message, /limit/);
      }
      for (const input of ['text', 7, true, [1]]) assert.equal(codeOf(await call('articles.list', input)), 'bad_input');
    },
  },
  {
    fact: 'no input is the same as an empty one',
    hold: async ({ call }) => {
      assert.deepEqual(await call('folders.list', undefined), await call('folders.list', {}));
      assert.equal((await call('counts.get', null)).ok, true);
    },
  },
  {
    fact: 'a part that is undefined is as good as absent, and null stays null',
    hold: async ({ call }) => {
      const before = must<{ accent: string }>(await call('settings.get', {}));
      must(await call('settings.set', { accent: undefined, density: 'compact' }));
      const after = must<{ accent: string; density: string }>(await call('settings.get', {}));
      assert.equal(after.accent, before.accent);
      assert.equal(after.density, 'compact');
      assert.deepEqual(must(await call('state.get', { key: 'never-set' })), { value: null });
    },
  },
  {
    fact: 'text of any script arrives as it was sent',
    hold: async ({ call }) => {
      must(await call('state.set', { key: 'suite-text', value: { [awkwardText]: [awkwardText] } }));
      assert.deepEqual(must(await call('state.get', { key: 'suite-text' })), {
        value: { [awkwardText]: [awkwardText] },
      });
    },
  },
  {
    fact: 'millions of letters go in and come back whole',
    hold: async ({ call }) => {
      const long = `${awkwardText} ${'tide table '.repeat(200_000)}end`;
      must(await call('state.set', { key: 'suite-long', value: long }));
      const back = must<{ value: string }>(await call('state.get', { key: 'suite-long' }));
      assert.equal(back.value.length, long.length);
      assert.ok(back.value === long, 'the text has changed on its way');
      must(await call('state.set', { key: 'suite-long', value: null }));
    },
  },
  {
    fact: 'of many calls at the same time each gets its own answer',
    hold: async ({ call }) => {
      const keys = Array.from({ length: 60 }, (_, number) => `suite-many-${number}`);
      await Promise.all(keys.map((key) => call('state.set', { key, value: key })));
      const answers = await Promise.all(
        keys.flatMap((key) => [call('state.get', { key }), call('articles.get', { id: 1 })]),
      );
      answers.forEach((answer, position) => {
        if (position % 2 === 1) assert.equal(codeOf(answer), 'not_found');
        else assert.deepEqual(must(answer), { value: keys[position / 2] });
      });
    },
  },
  {
    fact: 'events come to every listener, in the order in which they happened',
    hold: async (transport) => {
      const one = await listening(transport);
      const other = await listening(transport);
      const scales = [0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.2];
      for (const readScale of scales) must(await transport.call('settings.set', { readScale }));
      for (const { heard, stop } of [one, other]) {
        await until(() => scalesIn(heard).at(-1) === scales.at(-1));
        assert.deepEqual(scalesIn(heard).slice(-scales.length), scales);
        stop();
      }
    },
  },
  {
    fact: 'a listener that has left hears nothing more, and the others go on hearing',
    hold: async (transport) => {
      const stays = await listening(transport);
      const leaves = await listening(transport);
      leaves.stop();
      leaves.stop();
      const before = leaves.heard.length;
      must(await transport.call('settings.set', { readScale: 1.25 }));
      await until(() => scalesIn(stays.heard).includes(1.25));
      stays.stop();
      assert.equal(leaves.heard.length, before);
    },
  },
];

interface Listening {
  /** What was heard since it was known to hear. */
  readonly heard: readonly CoreEvent[];
  readonly stop: () => void;
}

/** A socket takes a moment to connect: it hears when it has heard of a change made for that. */
async function listening({ call, on }: Transport): Promise<Listening> {
  const heard: CoreEvent[] = [];
  const stop = on((event) => void heard.push(event));
  const isSign = (event: CoreEvent) => event.type === 'settings-changed' && event.settings.readLeading === 1.99;
  await until(async () => {
    await call('settings.set', { readLeading: 1.99 });
    return heard.some(isSign);
  });
  await call('settings.set', { readLeading: 1.58 });
  await until(() => heard.some((event) => event.type === 'settings-changed' && event.settings.readLeading === 1.58));
  heard.length = 0;
  return { heard, stop };
}

function scalesIn(heard: readonly CoreEvent[]): readonly number[] {
  return heard.flatMap((event) => (event.type === 'settings-changed' ? [event.settings.readScale] : []));
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const limitMs = 15_000; // ends a wait for something that never comes
  for (const end = Date.now() + limitMs; Date.now() < end; await sleep(25)) if (await isSo()) return;
  throw new assert.AssertionError({ message: 'it did not happen' });
}

function must<Value = unknown>(answer: Result<unknown>): Value {
  if (!answer.ok) throw new assert.AssertionError({ message: `${answer.error.code}: ${answer.error.message}` });
  return answer.value as Value;
}

function codeOf(answer: Result<unknown>): string {
  return answer.ok ? 'ok' : answer.error.code;
}
