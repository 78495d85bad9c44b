/** Which backup takes the library's place: the newest, unless another is chosen. */
import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { StartTrouble } from '../../../contract/start.ts';
import { classNames } from '../../lib/class-names.ts';
import { counted, fileSize } from '../../lib/numbers.ts';
import { clockTime, fullDate } from '../../lib/times.ts';
import { Button } from '../../ui/button.tsx';

type StartBackup = StartTrouble['backups'][number];

interface BackupChoiceProps {
  readonly backups: readonly StartBackup[];
  readonly isDisabled: boolean;
  readonly onRestore: (name: string) => void;
}

export function BackupChoice({ backups, isDisabled, onRestore }: BackupChoiceProps) {
  const newest = backups.find(({ articles }) => articles !== null) ?? backups[0];
  const [chosen, setChosen] = useState(newest?.name ?? '');
  return (
    <>
      <RadioGroup className="st-backups num" aria-label="Backups" value={chosen} onChange={setChosen}>
        {backups.map((backup) => (
          <Radio key={backup.name} value={backup.name} className="radio-label" isDisabled={backup.articles === null}>
            {({ isSelected }) => (
              <>
                <span className={classNames('radio', isSelected && 'on')} />
                <b className="grow">
                  {fullDate(backup.at)}, {clockTime(backup.at)}
                </b>
                <span className="t2">{amountIn(backup)}</span>
                <span className="t3">{fileSize(backup.sizeBytes)}</span>
              </>
            )}
          </Radio>
        ))}
      </RadioGroup>
      <Button kind="primary" size="lg" autoFocus isDisabled={isDisabled} onPress={() => onRestore(chosen)}>
        Restore this backup
      </Button>
    </>
  );
}

function amountIn({ articles }: StartBackup): string {
  return articles === null ? 'cannot be read' : counted(articles, 'article', 'articles');
}
