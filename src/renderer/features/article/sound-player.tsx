/** Plays a sound that came with an article, in the window's own controls. Nothing of it is fetched before Play is pressed. */
import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { duration } from '../../lib/times.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Slider } from '../../ui/slider.tsx';
import './sound-player.css';

interface SoundPlayerProps {
  readonly address: string;
  readonly title: string;
  /** What the feed says of its length; null where it says nothing. */
  readonly seconds: number | null;
  /** Its size and kind. */
  readonly facts: string;
  readonly onFailure: () => void;
}

const backSeconds = 15;
const onSeconds = 30;
const speeds = [0.75, 1, 1.25, 1.5, 2];
const inSeconds = { style: 'unit', unit: 'second', unitDisplay: 'long' } as const;

export function SoundPlayer({ address, title, seconds, facts, onFailure }: SoundPlayerProps) {
  const sound = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(seconds ?? 0);
  const goTo = (second: number) => {
    const next = Math.min(Math.max(0, second), length);
    setAt(next);
    if (sound.current) sound.current.currentTime = next;
  };
  const toggle = () => {
    if (isPlaying) sound.current?.pause();
    // A failure is told by the element itself.
    else sound.current?.play().catch(() => undefined);
  };
  return (
    <div className="player">
      <audio
        ref={sound}
        src={address}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
        onDurationChange={({ currentTarget }) =>
          Number.isFinite(currentTarget.duration) && setLength(currentTarget.duration)
        }
        onError={onFailure}
      />
      <div className="player-row">
        <Button
          size="sm"
          kind="ghost"
          aria-label={`Back ${backSeconds} seconds`}
          onPress={() => goTo(at - backSeconds)}
        >
          −{backSeconds}
        </Button>
        <AriaButton className="player-play" aria-label={`${isPlaying ? 'Pause' : 'Play'} ${title}`} onPress={toggle}>
          <Icon name={isPlaying ? 'pause' : 'play'} filled={!isPlaying} />
        </AriaButton>
        <Button size="sm" kind="ghost" aria-label={`On ${onSeconds} seconds`} onPress={() => goTo(at + onSeconds)}>
          +{onSeconds}
        </Button>
        <span className="grow" />
        <span className="t3 num trunc">{facts}</span>
        <Speed onChange={(speed) => sound.current && setSpeedOf(sound.current, speed)} />
      </div>
      <div className="player-row slider">
        <span className="num t2">{duration(at)}</span>
        <Slider
          label="Position"
          value={Math.min(at, length)}
          min={0}
          max={Math.max(1, length)}
          step={1}
          format={inSeconds}
          onChange={goTo}
        />
        <span className="num t2">{length > 0 && duration(length)}</span>
      </div>
    </div>
  );
}

/** The default, too: the element goes back to it when it loads. */
function setSpeedOf(sound: HTMLAudioElement, speed: number): void {
  sound.defaultPlaybackRate = speed;
  sound.playbackRate = speed;
}

function Speed({ onChange }: { readonly onChange: (speed: number) => void }) {
  const [chosen, setChosen] = useState(1);
  const choices = speeds.map((speed) => ({
    id: String(speed),
    label: `${speed}×`,
    chosen: speed === chosen,
    run: () => {
      setChosen(speed);
      onChange(speed);
    },
  }));
  return (
    <MenuButton label="Speed" groups={[choices]}>
      <AriaButton className="chip num" aria-label={`Speed: ${chosen}×`}>
        {chosen}×
      </AriaButton>
    </MenuButton>
  );
}
