/** The bar over the front page: which edition, the look, and how its parts are arranged. */
import { useState } from 'react';
import { runCommand } from '../../app/commands.ts';
import { goForward, navigate, useWays } from '../../app/navigation.ts';
import { toggleSidebar } from '../../app/panes.ts';
import { regionElement } from '../../app/regions.ts';
import { rememberState, windowState } from '../../client/window-state.ts';
import { useStore } from '../../lib/store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ArrangeDialog } from './arrange-dialog.tsx';
import type { Range } from './edition-model.ts';

const ranges: readonly { readonly value: Range; readonly label: string }[] = [
  { value: 'morning', label: 'Morning' },
  { value: 'since-visit', label: 'Since last visit' },
  { value: 'day', label: '24 hours' },
];

export function TodayBar({ onBack }: { readonly onBack: () => void }) {
  const { canGoBack, canGoForward } = useWays();
  const [isArranging, setArranging] = useState(false);
  return (
    <header className="bar today-bar">
      <IconButton icon="sidebar" label="Show sidebar" className="only-tight" onPress={toggleSidebar} />
      <IconButton
        icon="left"
        label="Back"
        keys="Alt ArrowLeft"
        className="hide-narrow bar-first"
        isDisabled={!canGoBack}
        onPress={onBack}
      />
      <IconButton
        icon="right"
        label="Forward"
        keys="Alt ArrowRight"
        className="hide-narrow"
        isDisabled={!canGoForward}
        onPress={goForward}
      />
      <span className="bar-title">Today</span>
      <span className="grow" />
      <Button
        size="sm"
        kind="ghost"
        icon="clock"
        aria-label="Catch up"
        onPress={() => void runCommand('today.catchUp')}
      >
        <span className="catch-up-words">Catch up</span>
      </Button>
      <span className="sep" />
      <RangeChoice />
      <span className="sep" />
      <IconButton
        icon="aa"
        label="Theme and text"
        onPress={() => navigate({ screen: 'settings', argument: 'appearance' })}
      />
      <IconButton icon="filter" label="Arrange sections" onPress={() => setArranging(true)} />
      {isArranging && <ArrangeDialog onClose={() => setArranging(false)} />}
    </header>
  );
}

/** Side by side where there is room, else a menu: the style sheet shows one of them. */
function RangeChoice() {
  const { range } = useStore(windowState, ({ today }) => today);
  const entry = ({ value, label }: (typeof ranges)[number]) => ({
    id: value,
    label,
    chosen: value === range,
    run: () => openRange(value),
  });
  return (
    <>
      <div className="range-side-by-side">
        <Segmented label="Edition" value={range} choices={ranges} onChange={openRange} />
      </div>
      <div className="range-menu">
        <MenuButton label="Edition" groups={[ranges.map(entry)]}>
          <Button size="sm">
            {ranges.find(({ value }) => value === range)?.label}
            <Icon name="down" size="s" />
          </Button>
        </MenuButton>
      </div>
    </>
  );
}

function openRange(value: Range): void {
  rememberState({ today: { ...windowState.get().today, range: value } });
  // Another edition is read from its top.
  regionElement('list')?.scrollTo({ top: 0 });
}
