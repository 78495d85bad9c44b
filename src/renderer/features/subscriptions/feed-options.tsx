/** A feed's own settings. Each takes effect at once, and can be undone. */
import type { FeedSettings, FeedSummary } from '../../../contract/feeds.ts';
import { askToNotify } from '../../lib/ask-to-notify.ts';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { setFeeds } from './change-feeds.ts';
import { DailyCap } from './daily-cap.tsx';
import { DetailRow } from './detail-row.tsx';
import { FeedKeeping } from './feed-keeping.tsx';
import { intervalOf, intervals } from './intervals.ts';

const directions = [
  { value: 'auto', label: 'As the text says' },
  { value: 'ltr', label: 'Left to right' },
  { value: 'rtl', label: 'Right to left' },
] as const satisfies readonly { readonly value: FeedSettings['direction']; readonly label: string }[];

const fullTexts = [
  { value: 'usual', label: 'As in Settings' },
  { value: 'never', label: 'Never' },
  { value: 'short', label: 'When the feed’s text is short' },
  { value: 'always', label: 'Always' },
] as const satisfies readonly { readonly value: FeedSettings['fullText']; readonly label: string }[];

const rhythms = intervals.map(({ minutes, label }) => ({ value: String(minutes), label }));

export function FeedOptions({ feed }: { readonly feed: FeedSummary }) {
  const { settings } = feed;
  const set = (change: Partial<FeedSettings>, done: string) => void setFeeds([feed], change, `${feed.title}: ${done}`);
  return (
    <div className="details-options">
      <DetailRow name="Refresh" about="Never more often than the feed asks for">
        <Select
          label="How often to refresh"
          hideLabel
          value={String(intervalOf(settings.intervalMinutes).minutes)}
          choices={rhythms}
          onChange={(value) => {
            const minutes = value === 'null' ? null : Number(value);
            set({ intervalMinutes: minutes }, `refreshed ${intervalOf(minutes).short}`);
          }}
        />
      </DetailRow>
      <Toggle
        name="Pause"
        about="Not refreshed, except by hand"
        isOn={settings.paused}
        onChange={(paused) => set({ paused }, paused ? 'paused' : 'refreshed again')}
      />
      <DetailRow name="Full text" about="“Always” fetches the page of each new article">
        <Select
          label="Full text"
          hideLabel
          value={settings.fullText}
          choices={fullTexts}
          onChange={(fullText) => set({ fullText }, fullText === 'never' ? 'text as the feed sends it' : 'full text')}
        />
      </DetailRow>
      <Toggle
        name="Keep out of Today"
        about="And out of All unread"
        isOn={settings.hideFromToday}
        onChange={(hideFromToday) => set({ hideFromToday }, hideFromToday ? 'kept out of Today' : 'back in Today')}
      />
      <Toggle
        name="Tell me of new articles"
        about="By a notification, or in the window while you look at it"
        isOn={settings.notify}
        onChange={(notify) => {
          if (notify) askToNotify();
          set({ notify }, notify ? 'you are told of new articles' : 'you are no longer told of new articles');
        }}
      />
      <Toggle
        name="Keep out of stories"
        about="Its articles stay by themselves"
        isOn={settings.ownStories}
        onChange={(ownStories) => set({ ownStories }, ownStories ? 'kept out of stories' : 'part of stories again')}
      />
      <FeedKeeping settings={settings} onChange={(change) => set(change, 'changed what is kept')} />
      <DetailRow name="Text direction">
        <Select
          label="Text direction"
          hideLabel
          value={settings.direction}
          choices={directions}
          onChange={(direction) => set({ direction }, 'text direction changed')}
        />
      </DetailRow>
      <DailyCap
        cap={settings.dailyCap}
        onChange={(dailyCap) =>
          set({ dailyCap }, dailyCap === null ? 'all articles arrive unread' : `${dailyCap} unread a day at most`)
        }
      />
    </div>
  );
}

interface ToggleProps {
  readonly name: string;
  readonly about: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Toggle({ name, about, isOn, onChange }: ToggleProps) {
  return (
    <DetailRow name={name} about={about}>
      <Switch aria-label={name} isSelected={isOn} onChange={onChange} />
    </DetailRow>
  );
}
