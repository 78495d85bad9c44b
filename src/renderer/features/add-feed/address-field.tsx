/** The address, and how many feeds were found at it. */
import { useEffect, useId, useRef } from 'react';
import { counted } from '../../lib/numbers.ts';
import { Icon } from '../../ui/icon.tsx';
import { isWords } from './address-shape.ts';

interface AddressFieldProps {
  readonly address: string;
  /** undefined: not looked yet, or nothing there. */
  readonly found: number | undefined;
  readonly isLooking: boolean;
  readonly onType: (address: string) => void;
  readonly onSubmit: () => void;
  /** On to what is found under the field. */
  readonly onDown: () => void;
}

export function AddressField({ address, found, isLooking, onType, onSubmit, onDown }: AddressFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  // The button that looked again, allowed the address or sent the login is gone with what it stood in.
  useEffect(() => {
    if (!isLooking && document.activeElement?.matches('body, [role=dialog]')) field.current?.focus();
  }, [isLooking]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <label htmlFor={id} className="add-label t2">
        Address of a site or feed, or words to look for
      </label>
      <div className="input add-address">
        <Icon name={isWords(address) ? 'search' : 'globe'} />
        <input
          id={id}
          ref={field}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={address}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            onDown();
          }}
        />
        <span role="status">
          {found !== undefined && (
            <span className="pill ok">
              <Icon name="check" />
              {counted(found, 'feed', 'feeds')} found
            </span>
          )}
        </span>
      </div>
    </form>
  );
}
