import { describe, expect, test } from 'vitest';
import { namesProxies, proxyFor, proxyOfAnswer } from './proxy-choice.ts';

const environment = {
  HTTP_PROXY: 'http://proxy.example:3128',
  https_proxy: 'secure-proxy.example:3129',
  NO_PROXY: 'press.example, .club.example,*.guild.example,port.example:8080',
};
const choose = (url: string, env: Readonly<Record<string, string>> = environment) => proxyFor(new URL(url), env);

describe('the proxy of an address', () => {
  test('follows its scheme, and may be written without one', () => {
    expect(choose('http://feeds.example/')).toBe('http://proxy.example:3128');
    expect(choose('https://feeds.example/')).toBe('http://secure-proxy.example:3129');
    expect(choose('https://feeds.example/', { ALL_PROXY: 'http://all.example' })).toBe('http://all.example');
    expect(choose('http://feeds.example/', {})).toBeUndefined();
    expect(choose('http://feeds.example/', { HTTP_PROXY: ' ' })).toBeUndefined();
  });

  test.each([
    'http://press.example/',
    'http://www.press.example/',
    'http://a.club.example/',
    'http://b.guild.example/',
    'http://port.example:8080/',
    'http://127.0.0.1/',
    'http://localhost:3000/',
    'http://[::1]/',
  ])('is none for %s', (url) => expect(choose(url)).toBeUndefined());

  test.each(['http://impress.example/', 'http://port.example/'])('is kept for %s', (url) =>
    expect(choose(url)).toBe('http://proxy.example:3128'),
  );

  test('is none at all with NO_PROXY=*', () => {
    expect(choose('http://feeds.example/', { http_proxy: 'http://p.example', no_proxy: '*' })).toBeUndefined();
  });
});

describe('what the system says of an address', () => {
  test.each([
    ['DIRECT', undefined],
    ['PROXY proxy.example:3128', 'http://proxy.example:3128'],
    ['PROXY one.example:1; PROXY two.example:2; DIRECT', 'http://one.example:1'],
    ['HTTPS secure.example:443', 'https://secure.example:443'],
    ['SOCKS5 127.0.0.1:9050', 'socks5://127.0.0.1:9050'],
    ['SOCKS 127.0.0.1:9050', 'socks5://127.0.0.1:9050'],
    ['DIRECT; PROXY late.example:1', undefined],
    ['', undefined],
    ['nonsense', undefined],
  ])('%j leads to %s', (answer, proxy) => expect(proxyOfAnswer(answer)).toBe(proxy));

  test('is not asked where the environment names a proxy', () => {
    expect(namesProxies(environment)).toBe(true);
    expect(namesProxies({ NO_PROXY: '*', HTTP_PROXY: '' })).toBe(false);
  });
});
