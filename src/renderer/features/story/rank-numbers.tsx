/** Every number behind the story's place, for those who ask. */
import { useState } from 'react';
import type { StoryNumbersShown } from '../../../contract/stories.ts';
import { counted } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { figure } from './words.ts';

interface RankNumbersProps {
  readonly numbers: StoryNumbersShown;
  readonly nameOf: (publisher: string) => string;
}

export function RankNumbers({ numbers, nameOf }: RankNumbersProps) {
  const [isShown, setShown] = useState(false);
  return (
    <section>
      <h3>Why it leads</h3>
      <p className="t2">
        Sources that have it, how high they place it, how lately others joined, and a little of your own taste.
      </p>
      <Button size="sm" aria-expanded={isShown} onPress={() => setShown(!isShown)}>
        {isShown ? 'Hide the numbers' : 'Show the numbers'}
      </Button>
      {isShown && <Numbers numbers={numbers} nameOf={nameOf} />}
    </section>
  );
}

function Numbers({ numbers, nameOf }: RankNumbersProps) {
  const parts: readonly (readonly [string, number])[] = [
    ['Coverage: the sum of the votes', numbers.coverage],
    ['Fresh: how lately a source joined', numbers.fresh],
    [`Burst: ${counted(numbers.publishersLast3Hours, 'source', 'sources')} in three hours`, numbers.burst],
    ['Your taste', numbers.personal],
    ['Read already', numbers.seen],
  ];
  return (
    <div className="numbers num">
      <dl>
        {parts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure(value)}</dd>
          </div>
        ))}
        <div className="sum">
          <dt>ln(1 + coverage) × fresh × burst × taste × read</dt>
          <dd>{figure(numbers.score)}</dd>
        </div>
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">Vote of</th>
            <th scope="col">Trust</th>
            <th scope="col">Place</th>
            <th scope="col">Copy</th>
            <th scope="col">Vote</th>
          </tr>
        </thead>
        <tbody>
          {numbers.perPublisher.map(({ publisher, trust, placement, copyWeight, vote }) => (
            <tr key={publisher}>
              <th scope="row">{nameOf(publisher)}</th>
              <td>{figure(trust)}</td>
              <td>{figure(placement)}</td>
              <td>{figure(copyWeight)}</td>
              <td>{figure(vote)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
