/** The article's bar while none is open, and the two parts that it always has. */
import { Suspense, useContext, useEffect } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { BarStart } from '../../app/bar-start.ts';
import { keysFor, runCommand } from '../../app/commands.ts';
import { Lazy } from '../../lib/lazily.ts';
import { useStore } from '../../lib/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { textPanelOpen } from './commands.ts';
import { textPanel } from './lazy-text-panel.ts';

/** The bar while no article is open. */
export function BareBar() {
  return (
    <header className="bar">
      <StepButtons />
      <span className="grow" />
      <LookButton />
    </header>
  );
}

export function StepButtons() {
  const start = useContext(BarStart);
  if (start !== null) return start;
  return (
    <>
      <IconButton
        icon="up"
        label="Previous article"
        keys={keysFor('article.previous')}
        onPress={() => void runCommand('article.previous')}
      />
      <IconButton
        icon="down"
        label="Next article"
        keys={keysFor('article.next')}
        onPress={() => void runCommand('article.next')}
      />
      <span className="sep" />
    </>
  );
}

export function LookButton() {
  const isOpen = useStore(textPanelOpen, (open) => open);
  // It goes with the page that it was opened on.
  useEffect(() => () => textPanelOpen.set(false), []);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={(open) => textPanelOpen.set(open)}>
      <IconButton icon="aa" label="Theme and text" keys={keysFor('article.look')} />
      <Popover className="pop" placement="bottom end" offset={2}>
        <Dialog className="text-dialog" aria-label="Theme and text">
          <Suspense fallback={null}>
            <Lazy part={textPanel} props={{}} />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
