/** The welcome: what to read, how it looks, and four ways to begin. Skip leads to an empty reader that says what to do. */
import { useEffect, useRef, useState } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { useFileDrop } from '../../lib/use-file-drop.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { goToStep, useChoices } from './choices.ts';
import { chosenWords } from './chosen-words.ts';
import { EditionCard } from './edition-card.tsx';
import { startWith, startWithFile } from './leave.ts';
import { OtherWays } from './other-ways.tsx';
import { StepLook } from './step-look.tsx';
import { StepTitles } from './step-titles.tsx';
import { useOffer } from './use-offer.ts';
import './first-run.css';

export function Screen() {
  const { step } = useChoices();
  const offer = useOffer();
  const { isBusy, trouble, run } = useLeaving();
  const onFile = (file: File) => run(() => startWithFile(file));
  const drop = useFileDrop(onFile, 'Pasted list');
  const next = useRef<HTMLButtonElement>(null);
  // Enter goes on with what is chosen, from the first key.
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  return (
    <div className={classNames('fr', drop.isOver && 'is-over')} {...drop.handlers}>
      <Welcome />
      <section className="fr-right" aria-label="First steps">
        <div className="scroll fr-page" tabIndex={-1}>
          <p className="fr-steps">Step {step} of 2</p>
          {step === 1 ? <StepTitles offer={offer} /> : <StepLook />}
          {step === 1 && (
            <OtherWays
              sample={offer.sample}
              isBusy={isBusy}
              onFile={onFile}
              onStart={(titles) => run(() => startWith(titles))}
            />
          )}
          {trouble !== undefined && <Note kind="err">{trouble}</Note>}
        </div>
        <footer className="fr-foot">
          <span className="t2 num grow" role="status">
            {chosenWords(offer.ticked)}
          </span>
          <Button
            kind="ghost"
            size="lg"
            isDisabled={isBusy}
            onPress={() => (step === 2 ? goToStep(1) : run(() => startWith([])))}
          >
            {step === 2 ? 'Back' : 'Skip'}
          </Button>
          <Button
            kind="primary"
            size="lg"
            ref={next}
            isDisabled={isBusy}
            onPress={() => (step === 1 ? goToStep(2) : run(() => startWith(offer.ticked)))}
          >
            {step === 1 ? 'Continue' : 'Start reading'}
          </Button>
        </footer>
      </section>
    </div>
  );
}

function Welcome() {
  return (
    <section className="fr-left" aria-label="Welcome">
      <div className="fr-drag" />
      <h1>All your news in one place.</h1>
      <p>
        Hundreds of titles, one app. Broadsheet collects what you choose and keeps it on this computer, so it opens at
        once and works on a train.
      </p>
      <EditionCard />
    </section>
  );
}

/** One way out at a time; what went wrong is said, and every way is open again. */
function useLeaving() {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const run = (leave: () => Promise<string | undefined>) => {
    setBusy(true);
    setTrouble(undefined);
    void leave()
      .then(setTrouble)
      .finally(() => setBusy(false));
  };
  return { isBusy, trouble, run };
}
