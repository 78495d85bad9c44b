/** Which parts the front page has, and in what order. Kept with the window. */
import { rememberState, windowState } from '../../client/window-state.ts';
import { useStore } from '../../lib/store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Tick } from '../../ui/tick.tsx';
import { editionState } from './edition-model.ts';
import { movedPart, orderedParts, type PartName, partTitle, sectionPart } from './page-parts.ts';

export function ArrangeDialog({ onClose }: { readonly onClose: () => void }) {
  const { order, hidden } = useStore(windowState, ({ today }) => today);
  const unknown = useStore(editionState, ({ edition }) => edition?.sections);
  const known = orderedParts(order);
  const others = (unknown ?? []).map(({ name }) => sectionPart(name)).filter((part) => !known.includes(part));
  const footer = (
    <>
      <Button kind="ghost" isDisabled={order.length === 0 && hidden.length === 0} onPress={asUsual}>
        Reset
      </Button>
      <span className="grow" />
      <Button kind="primary" onPress={onClose}>
        Done
      </Button>
    </>
  );
  return (
    <Dialog middle title="Arrange the front page" onClose={onClose} footer={footer}>
      <div className="dlg-b">
        <p className="t2">Untick what you do not want to see; move what you want to see earlier.</p>
        <ol className="arrange" aria-label="Parts of the front page">
          {known.map((part, at) => (
            <Part key={part} part={part} isHidden={hidden.includes(part)} at={at} parts={known} />
          ))}
          {others.map((part) => (
            <Part key={part} part={part} isHidden={hidden.includes(part)} at={-1} parts={known} />
          ))}
        </ol>
      </div>
    </Dialog>
  );
}

interface PartProps {
  readonly part: PartName;
  readonly isHidden: boolean;
  /** Its place; below 0 for one that cannot be moved, only hidden. */
  readonly at: number;
  readonly parts: readonly PartName[];
}

function Part({ part, isHidden, at, parts }: PartProps) {
  const title = partTitle(part);
  return (
    <li>
      <Tick isSelected={!isHidden} onChange={(isShown) => hide(part, !isShown)}>
        {title}
      </Tick>
      <span className="grow" />
      {at >= 0 && (
        <>
          <IconButton
            icon="up"
            label={`${title}: earlier`}
            isDisabled={at === 0}
            onPress={() => change({ order: movedPart(parts, part, -1) })}
          />
          <IconButton
            icon="down"
            label={`${title}: later`}
            isDisabled={at === parts.length - 1}
            onPress={() => change({ order: movedPart(parts, part, 1) })}
          />
        </>
      )}
    </li>
  );
}

function change(part: Partial<{ order: readonly PartName[]; hidden: readonly PartName[] }>): void {
  rememberState({ today: { ...windowState.get().today, ...part } });
}

function hide(part: PartName, isHidden: boolean): void {
  const others = windowState.get().today.hidden.filter((candidate) => candidate !== part);
  change({ hidden: isHidden ? [...others, part] : others });
}

function asUsual(): void {
  change({ order: [], hidden: [] });
}
