/** The feeds found at an address, each with a box to tick: the newest headlines are shown before anything is subscribed to. */
import type { FeedChoice } from '../../../contract/feeds.ts';
import { classNames } from '../../lib/class-names.ts';
import { count } from '../../lib/numbers.ts';
import { ageAgo, shortAge } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { SourceTile } from '../../ui/source-tile.tsx';
import { Tick } from '../../ui/tick.tsx';
import { hostIn } from './address-shape.ts';

interface ChoiceListProps {
  readonly choices: readonly FeedChoice[];
  /** Addresses of those that are ticked. */
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (url: string, isTicked: boolean) => void;
}

export function ChoiceList({ choices, ticked, onTick }: ChoiceListProps) {
  return (
    <ul className="disc" aria-label="Feeds found">
      {choices.map((choice) => {
        const isTicked = ticked.has(choice.url);
        return (
          <li key={choice.url} className={classNames('disc-choice', isTicked && 'is-ticked')}>
            <Tick
              aria-label={choice.title}
              isSelected={isTicked || choice.alreadySubscribed}
              isDisabled={choice.alreadySubscribed}
              onChange={(next) => onTick(choice.url, next)}
            >
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
              </span>
            </Tick>
            {(isTicked || choices.length === 1) && <Headlines choice={choice} />}
          </li>
        );
      })}
    </ul>
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
  const now = useNow();
  if (choice.sample.length === 0) return null;
  const headlines = new Map(choice.sample.map((one) => [one.title, one]));
  return (
    <ul className="disc-sample" aria-label={`Newest in ${choice.title}`}>
      {[...headlines.values()].slice(0, 3).map(({ title, at }) => (
        <li key={title}>
          <span className="trunc grow" dir="auto">
            {title}
          </span>
          {at !== null && <span className="t3 num">{shortAge(at, now)}</span>}
        </li>
      ))}
    </ul>
  );
}
