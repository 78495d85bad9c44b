import { describe, expect, test } from 'vitest';
import { webPageFailure } from './web-page-failure.ts';

const page = (html: string, finalUrl = 'https://press.example/', headers = {}) =>
  webPageFailure({ bytes: Buffer.from(html), headers, finalUrl });

describe('a web page where a feed should be', () => {
  test('is named, with the feeds it names', () => {
    const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
    const failure = page(
      `\n<!DOCTYPE html><html><title>Press</title>${link('/news.xml')}${link('/sport.xml')}${link('/')}`,
    );
    expect(failure?.code).toBe('web_page_not_feed');
    expect(failure?.message).toBe(
      'This address of press.example is a web page, not a feed. Here are the feeds on it: https://press.example/news.xml, https://press.example/sport.xml.',
    );
    expect(page('<!DOCTYPE html><html><title>Press</title>')?.message).toMatch(/Look for the feed on its site\.$/);
  });

  test('that wants to see a browser is a challenge, though it comes with 200', () => {
    expect(page('<html><title>Just a moment...</title>')).toMatchObject({
      code: 'challenged',
      detail: { challengedBy: 'Cloudflare' },
    });
    expect(page('<html>', undefined, { 'x-datadome': 'protected' })?.message).toMatch(/DataDome challenge/);
  });

  test('with a login form asks for a login', () => {
    const form = '<html><title>Sign in</title><form><input name="p" type="password"></form>';
    expect(page(form)?.code).toBe('needs_login');
    expect(page('<html><input type=password>', 'https://press.example/login?next=/feed')?.code).toBe('needs_login');
  });

  test('with a password field in its header is still a web page', () => {
    expect(page('<html><title>Daily Press</title><input type="password">')?.code).toBe('web_page_not_feed');
  });
});

test.each([
  '<?xml version="1.0"?><rss version="2.0"><channel><title>&lt;html&gt;</title>',
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><body ',
  '<rdf:RDF xmlns="x"><html ',
  '{"version":"https://jsonfeed.org/version/1.1"}',
  '',
])('%j is no web page', (text) => expect(page(text)).toBeUndefined());
