/** The feeds found at an address, one of them chosen: its newest headlines are shown before anything is subscribed to. */
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { FeedChoice } from '../../../contract/feeds.ts';
import { classNames } from '../../lib/class-names.ts';
import { count } from '../../lib/numbers.ts';
import { ageAgo } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { SourceTile } from '../../ui/source-tile.tsx';
import { hostIn } from './address-shape.ts';

interface ChoiceListProps {
  readonly choices: readonly FeedChoice[];
  readonly chosen: string;
  readonly onChoose: (url: string) => void;
}

export function ChoiceList({ choices, chosen, onChoose }: ChoiceListProps) {
  return (
    <RadioGroup className="disc" aria-label="Feeds found" value={chosen} onChange={onChoose}>
      {choices.map((choice) => (
        <Radio key={choice.url} value={choice.url} className="disc-choice" aria-label={choice.title}>
          {({ isSelected }) => (
            <>
              <span className={classNames('radio', isSelected && 'on')} />
              <span className="grow disc-about">
                <span className="fx">
                  <SourceTile name={choice.title} host={hostIn(choice.siteUrl ?? choice.url)} />
                  <b className="trunc" dir="auto">
                    {choice.title}
                  </b>
                  <span className="pill mut">{formatWords[choice.format] ?? choice.format}</span>
                  {choice.alreadySubscribed && <span className="pill ok">Subscribed</span>}
                </span>
                <Facts choice={choice} />
                {isSelected && <Headlines choice={choice} />}
              </span>
            </>
          )}
        </Radio>
      ))}
    </RadioGroup>
  );
}

const formatWords: Readonly<Record<string, string>> = { rss: 'RSS', rdf: 'RSS 1.0', atom: 'Atom', json: 'JSON Feed' };

function Facts({ choice }: { readonly choice: FeedChoice }) {
  const now = useNow();
  const facts = [
    rhythm(choice),
    choice.lastArticleAt === null ? undefined : `newest ${ageAgo(choice.lastArticleAt, now)}`,
    choice.note ?? undefined,
  ].filter((fact) => fact !== undefined);
  return <span className="disc-facts t2 num">{facts.join(' · ')}</span>;
}

/** '4 articles a week', else how many there are now. */
function rhythm({ perWeek, articleCount }: FeedChoice): string {
  if (articleCount === 0) return 'No articles yet';
  if (perWeek === null) return `${count(articleCount)} ${articleCount === 1 ? 'article' : 'articles'}`;
  if (perWeek < 1) return 'Less than one article a week';
  const rounded = Math.round(perWeek);
  return `${count(rounded)} ${rounded === 1 ? 'article' : 'articles'} a week`;
}

function Headlines({ choice }: { readonly choice: FeedChoice }) {
  if (choice.sample.length === 0) return null;
  return (
    <span className="disc-sample">
      {[...new Set(choice.sample)].slice(0, 3).map((headline) => (
        <span key={headline} className="trunc" dir="auto">
          {headline}
        </span>
      ))}
    </span>
  );
}
