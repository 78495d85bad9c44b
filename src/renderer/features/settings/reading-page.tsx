/** How articles are set, when they count as read, and how lists are ordered. */
import type { Settings } from '../../../contract/settings.ts';
import { Button } from '../../ui/button.tsx';
import { setSettings } from './change-setting.ts';
import { isDesktop } from './desktop.ts';
import { amountOf, asChoices, type NumberChoice, nearestChoice } from './nearest-choice.ts';
import { ChoiceRow, type PageProps, SettingRow, SwitchRow } from './setting-rows.tsx';

const fonts = [
  { value: 'newsreader', label: 'Newsreader' },
  { value: 'source-serif', label: 'Source Serif' },
  { value: 'literata', label: 'Literata' },
  { value: 'inter', label: 'Inter' },
] as const satisfies readonly { readonly value: Settings['readingFont']; readonly label: string }[];

const measures: readonly NumberChoice[] = [
  { amount: 33, label: 'Narrow' },
  { amount: 38.5, label: 'Medium' },
  { amount: 46, label: 'Wide' },
];

const leadings: readonly NumberChoice[] = [
  { amount: 1.45, label: 'Close' },
  { amount: 1.58, label: 'Medium' },
  { amount: 1.75, label: 'Open' },
];

const delays: readonly NumberChoice[] = [
  { amount: 0, label: 'At once' },
  { amount: 1, label: '1 s' },
  { amount: 3, label: '3 s' },
  { amount: null, label: 'By hand' },
];

const questions: readonly NumberChoice[] = [
  { amount: 50, label: '50' },
  { amount: 200, label: '200' },
  { amount: null, label: 'Never' },
];

const orders = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
] as const satisfies readonly { readonly value: Settings['order']; readonly label: string }[];

const fullTexts = [
  { value: 'never', label: 'Never' },
  { value: 'short', label: 'When the feed’s is short' },
  { value: 'always', label: 'Always' },
] as const satisfies readonly { readonly value: Settings['fullText']; readonly label: string }[];

export function ReadingPage({ settings }: PageProps) {
  return (
    <>
      <Text settings={settings} />
      <h3>Marking read</h3>
      <ChoiceRow
        name="When an article is opened"
        about={readWhen(settings.markReadAfterSeconds)}
        value={nearestChoice(delays, settings.markReadAfterSeconds)}
        choices={asChoices(delays)}
        onChange={(value) => setSettings({ markReadAfterSeconds: amountOf(value) })}
      />
      <SwitchRow
        name="When scrolled past in a list"
        about="Only headlines that leave by the top, and never while you jump"
        isOn={settings.markReadOnScroll}
        onChange={(markReadOnScroll) => setSettings({ markReadOnScroll })}
      />
      <ChoiceRow
        name="Ask before marking more than"
        about="Articles at once. Undo is always offered"
        alias="confirm mark all read"
        value={nearestChoice(questions, settings.askBeforeMarking)}
        choices={asChoices(questions)}
        onChange={(value) => setSettings({ askBeforeMarking: amountOf(value) })}
      />
      <h3>Lists</h3>
      <ChoiceRow name="Order" value={settings.order} choices={orders} onChange={(order) => setSettings({ order })} />
      <SwitchRow
        name="Only unread articles"
        about="What you read stays in sight until you leave the list"
        isOn={settings.onlyUnread}
        onChange={(onlyUnread) => setSettings({ onlyUnread })}
      />
      <SwitchRow
        name="Stories as one row"
        about="In lists of several feeds, reports of the same event stand together"
        isOn={settings.groupStories}
        onChange={(groupStories) => setSettings({ groupStories })}
      />
      {isDesktop && (
        <SwitchRow
          name="Open links in the background"
          about="Your browser opens the page; Broadsheet stays in front"
          isOn={settings.openLinksInBackground}
          onChange={(openLinksInBackground) => setSettings({ openLinksInBackground })}
        />
      )}
      <h3>Whole articles</h3>
      <ChoiceRow
        name="Full text"
        about="Fetches an article’s page when you open it"
        alias="whole article page summary"
        value={settings.fullText}
        choices={fullTexts}
        onChange={(fullText) => setSettings({ fullText })}
      />
    </>
  );
}

function Text({ settings }: PageProps) {
  return (
    <>
      <ChoiceRow
        name="Typeface"
        value={settings.readingFont}
        choices={fonts}
        onChange={(readingFont) => setSettings({ readingFont })}
      />
      <SizeRow scale={settings.readScale} />
      <ChoiceRow
        name="Line width"
        about={`About ${Math.round((settings.readMeasure * 68) / 38.5)} characters`}
        value={nearestChoice(measures, settings.readMeasure)}
        choices={asChoices(measures)}
        onChange={(value) => setSettings({ readMeasure: Number(value) })}
      />
      <ChoiceRow
        name="Line spacing"
        value={nearestChoice(leadings, settings.readLeading)}
        choices={asChoices(leadings)}
        onChange={(value) => setSettings({ readLeading: Number(value) })}
      />
      <SwitchRow
        name="Justify and hyphenate"
        isOn={settings.justify}
        onChange={(justify) => setSettings({ justify })}
      />
    </>
  );
}

const usualSize = 19;
const step = 0.05;
const smallest = 0.85;
const largest = 1.4;

function SizeRow({ scale }: { readonly scale: number }) {
  const change = (by: number) => {
    const next = Math.round((scale + by) * 100) / 100;
    setSettings({ readScale: Math.min(largest, Math.max(smallest, next)) });
  };
  return (
    <SettingRow name="Text size" about={`${Math.round(usualSize * scale)} px`} alias="larger smaller font">
      <div className="fx">
        <Button size="sm" aria-label="A−, smaller text" isDisabled={scale <= smallest} onPress={() => change(-step)}>
          A−
        </Button>
        <Button size="sm" aria-label="A+, larger text" isDisabled={scale >= largest} onPress={() => change(step)}>
          A+
        </Button>
      </div>
    </SettingRow>
  );
}

function readWhen(seconds: number | null): string {
  if (seconds === null) return 'Only when you mark it yourself';
  if (seconds === 0) return 'As soon as it is on screen';
  return `After it has been on screen for ${seconds === 1 ? 'one second' : `${seconds} seconds`}`;
}
