import { expect, test } from 'vitest';
import { errorCodes } from '../../contract/errors.ts';
import { pageTrouble } from './page-trouble.ts';

test('a page that is gone does not send the reader to look for a feed', () => {
  const trouble = pageTrouble({
    code: 'feed_not_found',
    message: 'There is no longer anything at this address. Look for the feed on its site again.',
  });
  expect(trouble).toEqual({ code: 'feed_not_found', message: 'The page is no longer at its address.' });
});

test('whatever goes wrong with a page, no word is said of feeds', () => {
  const said = errorCodes.map((code) => pageTrouble({ code, message: '' }).message);
  expect(said.filter((message) => /feed/i.test(message))).toEqual([]);
});
