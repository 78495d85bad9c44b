import { expect, test } from 'vitest';
import { newNonce, sessionKeys } from '../renderer/client/session-keys.ts';
import { createSessions, type KeptSession } from './sessions.ts';

const day = 86_400_000;

function sessionsOn(start: { kept: readonly KeptSession[] } = { kept: [] }) {
  const clock = { now: Date.UTC(2026, 4, 1) };
  const disk = { kept: start.kept };
  const sessions = createSessions({
    kept: start.kept,
    keep: (all) => {
      disk.kept = all;
    },
    now: () => clock.now,
  });
  return { sessions, clock, disk };
}

test('a session is known again after a restart, by a sum that is not its secret', () => {
  const { sessions, disk } = sessionsOn();
  const secret = sessions.begin();
  expect(JSON.stringify(disk)).not.toContain(secret);
  const again = sessionsOn(disk);
  expect(again.sessions.isKnown(secret)).toBe(true);
  expect(again.sessions.isKnown(disk.kept[0]?.hash)).toBe(false);
});

test('a session that is not used for a week is forgotten; one that is used stays', () => {
  const { sessions, clock } = sessionsOn();
  const [used, left] = [sessions.begin(), sessions.begin()];
  for (let days = 0; days < 8; days += 1) {
    clock.now += day;
    expect(sessions.isKnown(used)).toBe(true);
  }
  expect(sessions.isKnown(left)).toBe(false);
});

test('when the clock was put back by more than a week nothing stays known for ever', () => {
  const { sessions, clock } = sessionsOn();
  const secret = sessions.begin();
  clock.now -= 30 * day;
  expect(sessions.isKnown(secret)).toBe(false);
});

test('of more than 32 sessions the one used least recently is forgotten', () => {
  const { sessions, clock, disk } = sessionsOn();
  const secrets = Array.from({ length: 33 }, () => {
    clock.now += 1;
    return sessions.begin();
  });
  expect(secrets.map(sessions.isKnown)).toEqual([false, ...Array(32).fill(true)]);
  expect(disk.kept).toHaveLength(32);
});

test('a server proves to the window that it knows it, for the port that it sits at alone', async () => {
  const { sessions } = sessionsOn();
  const keys = await sessionKeys(sessions.begin());
  const nonce = newNonce();
  const proof = sessions.prove({ id: keys.id, nonce, port: 4000 });
  expect(proof).toBe(await keys.proofOf(4000, nonce));
  expect(proof).not.toBe(await keys.proofOf(4001, nonce));
  expect(proof).not.toBe(await keys.proofOf(4000, newNonce()));
  expect(sessionsOn().sessions.prove({ id: keys.id, nonce, port: 4000 })).toBeUndefined();
});
