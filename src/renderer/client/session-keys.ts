/**
 * What a tab's secret leads to, the same here as at the server (server/sessions.ts): the id by which a server is asked whether
 * it knows this tab, the proof that it does, and the key in the addresses of pictures. None of them leads back to the secret.
 */

export interface SessionKeys {
  readonly secret: string;
  readonly id: string;
  readonly mediaKey: string;
  /** What a server at `port` answers to `nonce` if it knows this tab. */
  readonly proofOf: (port: number, nonce: string) => Promise<string>;
}

export async function sessionKeys(secret: string): Promise<SessionKeys> {
  const { subtle } = crypto;
  const bytes = (text: string) => new TextEncoder().encode(text);
  const hash = await subtle.digest('SHA-256', bytes(secret));
  const key = await subtle.importKey('raw', hash, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const derived = async (text: string) => asBase64Url(await subtle.sign('HMAC', key, bytes(text)));
  const [id, mediaKey] = await Promise.all([derived('id'), derived('media')]);
  return { secret, id, mediaKey, proofOf: (port, nonce) => derived(`proof ${port} ${nonce}`) };
}

export function newNonce(): string {
  return asBase64Url(crypto.getRandomValues(new Uint8Array(16)).buffer);
}

function asBase64Url(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
