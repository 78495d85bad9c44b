/** A link in an article may start the reader's mail program, with what the article wrote. */
import { expect, test } from 'vitest';
import { externalAddress } from './external-links.ts';

test.each([
  ['mailto:desk@press.example?attach=/etc/passwd', 'mailto:desk@press.example'],
  ['mailto:desk@press.example?attachment=/etc/passwd&subject=Hello', 'mailto:desk@press.example?subject=Hello'],
  ['mailto:?ATTACH=/etc/passwd', 'mailto:'],
  ['mailto:a@b.example?%61ttach=/etc/passwd', 'mailto:a@b.example'],
  ['mailto:a@b.example?bcc=c@attacker.example&from=x@y.example&body=Hi', 'mailto:a@b.example?body=Hi'],
  [
    'mailto:a@b.example?subject=x%0D%0Abcc:c@attacker.example',
    'mailto:a@b.example?subject=x%20%20bcc:c@attacker.example',
  ],
  ['mailto:a@b.example%0Abcc:c@attacker.example', 'mailto:a@b.example%20bcc:c@attacker.example'],
  [
    'mailto:a@b.example?to=c@d.example&cc=e@f.example&body=1%0A2',
    'mailto:a@b.example?to=c@d.example&cc=e@f.example&body=1%0A2',
  ],
  ['mailto:a@b.example?subject=x#attach=/etc/passwd', 'mailto:a@b.example?subject=x'],
])('%s is opened as %s', (link, opened) => expect(externalAddress(link)).toBe(opened));

test.each([
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'vbscript:msgbox',
  'data:text/html,<script>1</script>',
  'file://host/share/x.lnk',
  'ms-msdt:/id',
  'search-ms:query=x',
  'view-source:https://press.example/',
  'blob:https://press.example/1',
])('%j opens nothing', (link) => expect(externalAddress(link)).toBeUndefined());
