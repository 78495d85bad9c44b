/**
 * Both ends of the owner's door prove that they know its secret before anything else is said, and without saying it: a port of
 * an owner that has ended may be another program's by now. Once a connection; all of it is bound to that connection.
 *
 *   caller -> door    32 random bytes
 *   door -> caller    32 random bytes, HMAC(secret, 'door' + both)
 *   caller -> door    HMAC(secret, 'caller' + both)
 *   door -> caller    1 byte: come in
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';

const nonceBytes = 32;
const macBytes = 32;
/** A program that keeps silent is not the other end. */
const patienceMs = 5_000;
const comeIn = 1;

/** Ends with an error, and closes the connection, when the door does not know the secret. */
export async function enter(socket: Socket, secret: string): Promise<void> {
  await withPatience(socket, async () => {
    const own = randomBytes(nonceBytes);
    socket.write(own);
    const answer = await take(socket, nonceBytes + macBytes);
    const theirs = answer.subarray(0, nonceBytes);
    mustBeSame(answer.subarray(nonceBytes), mac(secret, 'door', own, theirs));
    socket.write(mac(secret, 'caller', own, theirs));
    if ((await take(socket, 1))[0] !== comeIn) throw new Error('The door stayed shut.');
  });
}

/** The same from the inside. */
export async function admit(socket: Socket, secret: string): Promise<void> {
  await withPatience(socket, async () => {
    const theirs = await take(socket, nonceBytes);
    const own = randomBytes(nonceBytes);
    socket.write(Buffer.concat([own, mac(secret, 'door', theirs, own)]));
    mustBeSame(await take(socket, macBytes), mac(secret, 'caller', theirs, own));
    socket.write(Buffer.of(comeIn));
  });
}

function mac(secret: string, end: 'door' | 'caller', callersNonce: Buffer, doorsNonce: Buffer): Buffer {
  return createHmac('sha256', secret).update(end).update(callersNonce).update(doorsNonce).digest();
}

function mustBeSame(given: Buffer, wanted: Buffer): void {
  if (!timingSafeEqual(given, wanted)) throw new Error('The other end does not know the secret.');
}

async function withPatience(socket: Socket, speak: () => Promise<void>): Promise<void> {
  const late = setTimeout(() => socket.destroy(), patienceMs);
  try {
    await speak();
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    clearTimeout(late);
  }
}

/** Exactly so many bytes; neither end says more before it was answered, so that nothing is left in between. */
function take(socket: Socket, bytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const read: Buffer | null = socket.read(bytes);
      if (read === null) return;
      leave();
      if (read.length === bytes) resolve(read);
      else reject(new Error('The other end hung up.'));
    };
    const fail = (): void => {
      leave();
      reject(new Error('The other end hung up.'));
    };
    const leave = (): void => {
      socket.off('readable', look).off('close', fail).off('error', fail).off('end', fail);
    };
    socket.on('readable', look).on('close', fail).on('error', fail).on('end', fail);
    look();
  });
}
