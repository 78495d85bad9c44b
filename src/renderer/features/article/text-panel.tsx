/** Theme and text, one click from the article: what is changed here shows behind it at once. */
import { useState } from 'react';
import type { Settings } from '../../../contract/settings.ts';
import { setSettings } from '../../app/set-settings.ts';
import { useSettings } from '../../client/settings.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Slider } from '../../ui/slider.tsx';
import { Tick } from '../../ui/tick.tsx';

const themes = [
  { theme: 'light', name: 'Light' },
  { theme: 'paper', name: 'Paper' },
  { theme: 'dark', name: 'Dark' },
] as const;

const fonts = [
  { value: 'newsreader', label: 'Newsreader' },
  { value: 'source-serif', label: 'Source Serif' },
  { value: 'literata', label: 'Literata' },
  { value: 'inter', label: 'Inter' },
] as const;

const measures = { narrow: 33, medium: 38.5, wide: 46 } as const;
const leadings = { close: 1.45, medium: 1.58, open: 1.75 } as const;

export function TextPanel() {
  const settings = useSettings();
  if (!settings) return null;
  return (
    <div className="text-panel">
      <h3>Theme</h3>
      <ThemeChoice theme={settings.theme} />
      <h3>Text size</h3>
      <TextSize scale={settings.readScale} />
      <h3>Typeface</h3>
      <Select
        label="Typeface"
        hideLabel
        value={settings.readingFont}
        choices={fonts}
        onChange={(readingFont) => setSettings({ readingFont })}
      />
      <h3>Line width</h3>
      <Segmented
        wide
        label="Line width"
        value={nearest(measures, settings.readMeasure)}
        choices={[
          { value: 'narrow', label: 'Narrow' },
          { value: 'medium', label: 'Medium' },
          { value: 'wide', label: 'Wide' },
        ]}
        onChange={(choice) => setSettings({ readMeasure: measures[choice] })}
      />
      <h3>Line spacing</h3>
      <Segmented
        wide
        label="Line spacing"
        value={nearest(leadings, settings.readLeading)}
        choices={[
          { value: 'close', label: 'Close' },
          { value: 'medium', label: 'Medium' },
          { value: 'open', label: 'Open' },
        ]}
        onChange={(choice) => setSettings({ readLeading: leadings[choice] })}
      />
      <Tick isSelected={settings.justify} onChange={(justify) => setSettings({ justify })}>
        Justify and hyphenate
      </Tick>
    </div>
  );
}

function ThemeChoice({ theme }: { readonly theme: Settings['theme'] }) {
  return (
    <>
      <div className="themes">
        {themes.map((choice) => (
          <button
            key={choice.theme}
            type="button"
            className={`t-${choice.theme}`}
            aria-label={choice.name}
            aria-pressed={theme === choice.theme}
            onClick={() => setSettings({ theme: choice.theme })}
          >
            Aa
          </button>
        ))}
      </div>
      <Tick
        isSelected={theme === 'system'}
        onChange={(isSystem) => setSettings({ theme: isSystem ? 'system' : themeShown() })}
      >
        System theme
      </Tick>
    </>
  );
}

function themeShown(): Settings['theme'] {
  const shown = document.documentElement.dataset.theme;
  return shown === 'dark' || shown === 'paper' ? shown : 'light';
}

function TextSize({ scale }: { readonly scale: number }) {
  const [dragged, setDragged] = useState<number | null>(null);
  return (
    <div className="slider">
      <span className="size-small">A</span>
      <Slider
        label="Text size"
        value={dragged ?? scale}
        min={0.85}
        max={1.4}
        step={0.05}
        format={{ style: 'percent' }}
        onChange={(value) => {
          setDragged(value);
          // Shown while it is dragged; kept when it is let go.
          document.documentElement.style.setProperty('--read-scale', String(value));
        }}
        onChangeEnd={(readScale) => {
          setDragged(null);
          setSettings({ readScale });
        }}
      />
      <span className="size-large">A</span>
    </div>
  );
}

/** The choice whose value is nearest to the one that is set. */
function nearest<Name extends string>(choices: Readonly<Record<Name, number>>, value: number): Name {
  const names = Object.keys(choices) as Name[];
  return names.reduce((one, other) =>
    Math.abs(choices[other] - value) < Math.abs(choices[one] - value) ? other : one,
  );
}
