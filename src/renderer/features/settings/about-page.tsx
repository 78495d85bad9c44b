/** Which version this is, where the library lies, and whose work is in it. */
import { copyText } from '../../app/article-actions.ts';
import { useAsk } from '../../client/use-ask.ts';
import { counted } from '../../lib/numbers.ts';
import { fullDate } from '../../lib/times.ts';
import { Button } from '../../ui/button.tsx';
import { SettingRow } from './setting-rows.tsx';

const fonts = [
  { name: 'Newsreader', holder: '2020 The Newsreader Project Authors' },
  { name: 'Inter', holder: '2016 The Inter Project Authors' },
  { name: 'Source Serif 4', holder: '2014–2023 Adobe' },
  { name: 'Literata', holder: '2017 The Literata Project Authors' },
  { name: 'Geist Mono', holder: '2024 The Geist Project Authors' },
] as const;

export function AboutPage() {
  const info = useAsk('library.info', {}).data;
  if (!info) return null;
  return (
    <>
      <SettingRow name={`Broadsheet ${info.version}`} about="Free software under the MIT licence" alias="version">
        {null}
      </SettingRow>
      <SettingRow
        name="Library"
        about={`${info.folder}\u2002·\u2002${counted(info.articles, 'article', 'articles')} from ${counted(info.feeds, 'feed', 'feeds')}, begun ${fullDate(info.createdAt)}`}
        alias="folder where data"
      >
        <Button size="sm" onPress={() => void copyText(info.folder, 'Path copied')}>
          Copy path
        </Button>
      </SettingRow>
      <h3>Typefaces</h3>
      {fonts.map(({ name, holder }) => (
        <SettingRow
          key={name}
          name={name}
          about={`Copyright ${holder}. SIL Open Font License 1.1`}
          alias="font licence typeface"
        >
          {null}
        </SettingRow>
      ))}
    </>
  );
}
