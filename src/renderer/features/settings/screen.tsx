/** Settings: one page for each subject, and a field that finds a setting on any of them. What is changed applies at once. */
import { useRef, useState } from 'react';
import { navigate, type ScreenProps } from '../../app/navigation.ts';
import { toggleSidebar } from '../../app/panes.ts';
import { useSettings } from '../../client/settings.ts';
import { classNames } from '../../lib/class-names.ts';
import { useFocusKept } from '../../lib/use-focus-kept.ts';
import { usePresentInSight } from '../../lib/use-present-in-sight.ts';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { WordsContext } from './find-setting.ts';
import { sectionOf, sections } from './sections.ts';
import './settings.css';

export function Screen({ argument }: ScreenProps) {
  const [words, setWords] = useState('');
  const settings = useSettings();
  const isSearch = words.trim() !== '';
  const present = sectionOf(argument);
  const page = useRef<HTMLDivElement>(null);
  // A job gives the focus back to its button by itself.
  useFocusKept(page, (lost) => (lost.some((element) => element.matches('.job-slot')) ? null : page.current));
  return (
    <>
      <header className="bar">
        <IconButton icon="sidebar" label="Show sidebar" className="only-narrow" onPress={toggleSidebar} />
        <h1 className="bar-title">Settings</h1>
        <span className="grow" />
        <div className="settings-find">
          <TextField
            aria-label="Find a setting"
            placeholder="Find a setting"
            icon="search"
            value={words}
            onChange={setWords}
          />
        </div>
      </header>
      <div className="settings">
        <SectionList present={isSearch ? null : present.id} onChoose={() => setWords('')} />
        <div className="scroll" data-region-part="list" tabIndex={-1} ref={page}>
          {settings && (
            <WordsContext value={words}>
              {isSearch ? (
                <Everything />
              ) : (
                <section className="pane" key={present.id} aria-label={present.title}>
                  <h2>{present.title}</h2>
                  <present.Page settings={settings} />
                </section>
              )}
            </WordsContext>
          )}
        </div>
      </div>
    </>
  );
}

interface SectionListProps {
  readonly present: string | null;
  readonly onChoose: () => void;
}

function SectionList({ present, onChoose }: SectionListProps) {
  const strip = usePresentInSight(present);
  return (
    <nav aria-label="Settings" ref={strip}>
      {sections.map(({ id, title, icon }) => (
        <button
          key={id}
          type="button"
          className={classNames('tree-row', id === present && 'is-sel')}
          aria-current={id === present ? 'page' : undefined}
          onClick={() => {
            onChoose();
            navigate({ screen: 'settings', argument: id }, { replace: true });
          }}
        >
          <Icon name={icon} />
          <span>{title}</span>
        </button>
      ))}
    </nav>
  );
}

/** Every page, with only the settings that have the words; a page without any is not drawn (see settings.css). */
function Everything() {
  const settings = useSettings();
  if (!settings) return null;
  return (
    <div className="settings-found">
      {sections.map(({ id, title, Page }) => (
        <section className="pane" key={id} aria-label={title}>
          <h2>{title}</h2>
          <Page settings={settings} />
        </section>
      ))}
      <div className="settings-none">
        <Empty icon="search" title="No setting has these words">
          Try another word for it, or look through the pages.
        </Empty>
      </div>
    </div>
  );
}
