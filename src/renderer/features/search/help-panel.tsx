/** What can be typed, behind the field's own button. */
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { IconButton } from '../../ui/icon-button.tsx';

const examples = [
  ['flood OR fund', 'one or the other; without OR, all of them'],
  ['"flood fund"', 'these words in this order'],
  ['batter*', 'any ending'],
  ['-phone', 'leave out; also -source:lumen'],
  ['NEAR(flood fund, 5)', 'at most five words apart'],
  ['( )', 'brackets hold together'],
  ['title:tide', 'only in the headline'],
  ['source:lumen', 'from a source; two with a comma'],
  ['author:hallward', 'by an author'],
  ['section:science', 'in a section; also folder:, tag:, site:'],
  ['lang:de', 'in a language'],
  ['after:2026-01-01', 'from this day; also before:, on:, last:7d'],
  ['is:unread', 'unread, read, starred, later, edited'],
  ['has:image', 'image, audio, fulltext'],
] as const;

export function HelpButton() {
  return (
    <DialogTrigger>
      <IconButton icon="info" label="Search help" />
      <Popover className="pop" placement="bottom end" offset={6}>
        <Dialog className="sq-help">
          <Heading slot="title" level={3}>
            What you can type
          </Heading>
          <dl>
            {examples.map(([typed, meaning]) => (
              <div key={typed}>
                <dt className="mono">{typed}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
