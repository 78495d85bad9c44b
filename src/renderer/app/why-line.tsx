/** Why an article was chosen, in one sentence; it opens what can be done about it. */
import { type FormEvent, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { ArticleSummary } from '../../contract/articles.ts';
import type { ForYouThing, ForYouWhy, TasteStance } from '../../contract/for-you.ts';
import { useFeed } from '../client/library.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { SourceTile } from '../ui/source-tile.tsx';
import { TextField } from '../ui/text-field.tsx';
import { navigate } from './navigation.ts';
import { muteTopic, notThisOne, setStance } from './reasons.ts';
import './why-line.css';

interface WhyLineProps {
  readonly article: ArticleSummary;
  readonly why: ForYouWhy;
  /** What was said changes the order: time to ask for it again. */
  readonly onTaught: () => void;
}

export function WhyLine({ article, why, onTaught }: WhyLineProps) {
  const [isOpen, setOpen] = useState(false);
  // The order changes once the reader has said all there is to say: rows must not move under the pointer.
  const [hasTaught, setTaught] = useState(false);
  const close = (open: boolean) => {
    setOpen(open);
    if (open || !hasTaught) return;
    setTaught(false);
    onTaught();
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={close}>
      <AriaButton className="wbtn">
        <span className="trunc">{why.text}</span>
        <Icon name="down" />
      </AriaButton>
      <Popover className="pop wpop" placement="bottom start" offset={4}>
        <Dialog aria-label="Why this is here">
          <Reasons
            article={article}
            why={why}
            onTaught={() => setTaught(true)}
            onDone={() => {
              setOpen(false);
              setTaught(false);
              onTaught();
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface ReasonsProps extends WhyLineProps {
  readonly onDone: () => void;
}

function Reasons({ article, why, onTaught, onDone }: ReasonsProps) {
  const [isMuting, setMuting] = useState(false);
  const topic = why.things.find(({ kind }) => kind === 'topic')?.label ?? '';
  return (
    <>
      <p className="wh">{why.full}</p>
      {why.things.map((thing) => (
        <ThingRow key={thing.feature} thing={thing} onTaught={onTaught} />
      ))}
      {isMuting ? (
        <MuteTopic topic={topic} onDone={onDone} />
      ) : (
        <div className="wf">
          <Button size="sm" kind="ghost" onPress={() => void notThisOne(article, onDone)}>
            Not this one
          </Button>
          <Button size="sm" kind="ghost" onPress={() => setMuting(true)}>
            Mute a topic…
          </Button>
          <span className="grow" />
          <button
            type="button"
            className="link link-button"
            onClick={() => navigate({ screen: 'for-you', view: 'for-you', argument: 'profile' })}
          >
            Your profile
          </button>
        </div>
      )}
    </>
  );
}

const stances = [
  { value: 'more', label: 'More' },
  { value: 'normal', label: 'Normal' },
  { value: 'less', label: 'Less' },
] as const;

function ThingRow({ thing, onTaught }: { readonly thing: ForYouThing; readonly onTaught: () => void }) {
  const [stance, setOwn] = useState<TasteStance>(thing.stance);
  const choose = (next: TasteStance) => {
    setOwn(next);
    void setStance(thing, next, onTaught);
  };
  return (
    <div className="wr">
      <span className="grow">
        <ThingSign thing={thing} />
        <span className="trunc">{thing.label}</span>
      </span>
      <Segmented label={thing.label} value={stance} choices={stances} onChange={choose} />
    </div>
  );
}

/** Before its name: a title's tile, else what it is. */
export function ThingSign({ thing }: { readonly thing: Pick<ForYouThing, 'feedId' | 'kind' | 'label'> }) {
  const feed = useFeed(thing.feedId ?? undefined);
  if (thing.kind === 'title')
    return <SourceTile name={thing.label} host={feed?.host ?? ''} iconUrl={feed?.iconUrl ?? null} />;
  return <Icon name={thing.kind === 'author' ? 'user' : 'tag'} size="s" />;
}

function MuteTopic({ topic, onDone }: { readonly topic: string; readonly onDone: () => void }) {
  const [words, setWords] = useState(topic);
  const isEnough = words.trim().length > 1;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isEnough) void muteTopic(words.trim(), null, onDone);
  };
  return (
    <form className="wm" onSubmit={submit}>
      <TextField autoFocus label="Mute a topic" value={words} onChange={setWords} />
      <Button size="sm" type="submit" isDisabled={!isEnough}>
        Mute
      </Button>
    </form>
  );
}
