/** A line of text with its label, its help and what is wrong with it. */
import type { KeyboardEvent, Ref } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'onKeyDown' | 'onKeyUp'> {
  /** Shown above; give `aria-label` instead where there is no room. */
  readonly label?: string;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly icon?: IconName;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** In place of a listener for keys: react-aria would keep every key from the dialog around it, Esc too. */
  readonly onEnter?: () => void;
}

export function TextField({ label, help, error, placeholder, icon, inputRef, onEnter, ...rest }: TextFieldProps) {
  const invalid = error !== undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
  };
  return (
    <AriaTextField {...rest} className="field" isInvalid={invalid} validationBehavior="aria">
      {label && <Label>{label}</Label>}
      <div className="input">
        {icon && <Icon name={icon} size="s" />}
        <Input placeholder={placeholder ?? ''} onKeyDown={onKeyDown} {...(inputRef ? { ref: inputRef } : {})} />
      </div>
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
