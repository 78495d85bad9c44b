/** The header that carries a feed's login. */
import { type Login, mayGoTo } from '../../lib/logins.ts';
import type { Headers } from './exchange.ts';

/** None when `url` is not of the place that the login was given for. */
export function loginHeaders(login: Login | undefined, url: URL): Headers {
  if (login === undefined || !mayGoTo(login.origin, url)) return {};
  const { credentials } = login;
  switch (credentials.kind) {
    case 'basic': {
      const pair = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
      return { authorization: `Basic ${pair}` };
    }
    case 'bearer':
      return { authorization: `Bearer ${credentials.token}` };
    case 'cookie':
      return { cookie: credentials.value };
    case 'header':
      return { [credentials.name.toLowerCase()]: credentials.value };
  }
}
