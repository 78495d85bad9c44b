/** The bar over the front page: which edition, the look, and how its parts are arranged. */
import { useState } from 'react';
import { goForward, navigate, useWays } from '../../app/navigation.ts';
import { toggleSidebar } from '../../app/panes.ts';
import { regionElement } from '../../app/regions.ts';
import { rememberState, windowState } from '../../client/window-state.ts';
import { useStore } from '../../lib/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
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
    <header className="bar">
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

function RangeChoice() {
  const { range } = useStore(windowState, ({ today }) => today);
  return (
    <Segmented
      label="Edition"
      value={range}
      choices={ranges}
      onChange={(value) => {
        rememberState({ today: { ...windowState.get().today, range: value } });
        // Another edition is read from its top.
        regionElement('list')?.scrollTo({ top: 0 });
      }}
    />
  );
}
