/** What articles may bring along, what is kept of what was read, and what Broadsheet tells whom. */
import type { Settings } from '../../../contract/settings.ts';
import { navigate } from '../../app/navigation.ts';
import { useAsk } from '../../client/use-ask.ts';
import { counted } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { setSettings } from './change-setting.ts';
import { useIsFound } from './find-setting.ts';
import { ForgetReading } from './forget-reading.tsx';
import { ChoiceRow, type PageProps, SettingRow, SwitchRow } from './setting-rows.tsx';
import { useFresh } from './use-fresh.ts';

type Choices<Value> = readonly { readonly value: Value; readonly label: string }[];

const pictures: Choices<Settings['remotePictures']> = [
  { value: 'fetch', label: 'Fetch when shown' },
  { value: 'kept', label: 'Only those kept' },
  { value: 'never', label: 'Never' },
];

const pictureWords: Readonly<Record<Settings['remotePictures'], string>> = {
  fetch: 'Fetched once, by Broadsheet itself and without cookies, then kept in your library',
  kept: 'No new picture is fetched; those in your library are shown',
  never: 'No picture is fetched or shown, and sources have no icons',
};

const players: Choices<Settings['embeddedPlayers']> = [
  { value: 'link', label: 'As a link' },
  { value: 'never', label: 'Never' },
];

const statements = [
  {
    name: 'Feeds',
    about:
      'Each feed’s host sees that Broadsheet asks for the feed, and from which address on the network. It gets no cookie and no name, unless you gave the feed a login.',
  },
  {
    name: 'Scripts and forms',
    about: 'Articles are shown without scripts, forms and frames. The window never asks a publisher for anything.',
  },
  {
    name: 'What you read',
    about: 'Stays in your library on this computer. All ranking happens here.',
  },
] as const;

export function PrivacyPage({ settings }: PageProps) {
  return (
    <>
      <Summary />
      <div className="opts-apart">
        <FromPublishers settings={settings} />
        <KnownOfYou />
        <h3>What publishers learn</h3>
        {statements.map((statement) => (
          <SettingRow key={statement.name} {...statement}>
            {null}
          </SettingRow>
        ))}
      </div>
    </>
  );
}

function Summary() {
  if (!useIsFound('privacy account telemetry tracking')) return null;
  return (
    <Note kind="info" icon="lock" isQuiet>
      Broadsheet has no account and no telemetry. It talks to the sites you subscribe to, and to nobody else.
    </Note>
  );
}

function FromPublishers({ settings }: PageProps) {
  const pixels = useFresh('reading.history').data?.pixelsThisWeek ?? 0;
  return (
    <>
      <ChoiceRow
        name="Remote pictures"
        about={pictureWords[settings.remotePictures]}
        alias="images icons network load"
        value={settings.remotePictures}
        choices={pictures}
        onChange={(remotePictures) => setSettings({ remotePictures })}
      />
      <SwitchRow
        name="Strip tracking from links"
        about="Removes campaign and click parameters from the links of new articles"
        alias="utm parameters"
        isOn={settings.stripTracking}
        onChange={(stripTracking) => setSettings({ stripTracking })}
      />
      <SwitchRow
        name="Remove tracking pixels"
        about={settings.removePixels ? pixelWords(pixels) : 'New articles keep the pictures that count their readers'}
        alias="counters beacons invisible pictures"
        isOn={settings.removePixels}
        onChange={(removePixels) => setSettings({ removePixels })}
      />
      <ChoiceRow
        name="Embedded players"
        about="Videos, sounds and maps of other sites. Nothing of them is loaded in Broadsheet"
        alias="youtube video embed"
        value={settings.embeddedPlayers}
        choices={players}
        onChange={(embeddedPlayers) => setSettings({ embeddedPlayers })}
      />
    </>
  );
}

function KnownOfYou() {
  const profile = useAsk('forYou.profile', { limit: 1 }).data;
  const about =
    profile === undefined || profile.total === 0
      ? 'Nothing yet'
      : `${counted(profile.total, 'topic, title or author', 'topics, titles and authors')}, learnt on this computer`;
  return (
    <>
      <SettingRow name="What For you knows" about={about} alias="profile topics learned">
        <Button size="sm" onPress={() => navigate({ screen: 'for-you', view: 'for-you', argument: 'profile' })}>
          See and edit
        </Button>
      </SettingRow>
      <ForgetReading />
    </>
  );
}

function pixelWords(removed: number): string {
  if (removed === 0) return 'None were found in new articles this week';
  return `${counted(removed, 'pixel', 'pixels')} removed from new articles this week`;
}
