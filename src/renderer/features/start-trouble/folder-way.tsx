/** A way out that leads to a folder: a field for its path and the button that goes there. */
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface FolderWayProps {
  readonly label: string;
  readonly help: string;
  /** What stands in the field at first. */
  readonly start: string;
  readonly button: string;
  readonly isFirst: boolean;
  readonly isDisabled: boolean;
  readonly onChoose: (folder: string) => void;
}

export function FolderWay({ label, help, start, button, isFirst, isDisabled, onChoose }: FolderWayProps) {
  const [folder, setFolder] = useState(start);
  const isReady = folder.trim() !== '' && !isDisabled;
  return (
    <div className="st-folder-way">
      <TextField
        label={label}
        help={help}
        value={folder}
        onChange={setFolder}
        onEnter={() => isReady && onChoose(folder)}
      />
      <Button
        kind={isFirst ? 'primary' : 'plain'}
        autoFocus={isFirst}
        isDisabled={!isReady}
        onPress={() => onChoose(folder)}
      >
        {button}
      </Button>
    </div>
  );
}
