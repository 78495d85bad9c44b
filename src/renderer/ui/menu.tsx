/** A menu of commands in groups, under a button or where the pointer is. */
import { Fragment, type ReactElement, useRef } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, SubmenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { classNames } from '../lib/class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { keyWords } from './keys.tsx';
import { useLeaveMotion } from './use-leave-motion.ts';

export type MenuEntry = MenuAction | Submenu;

interface MenuLine {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Keys of the same command, as they are now. */
  readonly keys?: string | undefined;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Shown with a tick: an entry that is on. */
  readonly chosen?: boolean;
}

interface MenuAction extends MenuLine {
  readonly run: () => void;
}

/** Opens a menu of its own beside it. */
interface Submenu extends MenuLine {
  readonly entries: readonly MenuAction[];
}

/** Groups of entries, a line between them. */
export type MenuGroups = readonly (readonly MenuEntry[])[];

interface MenuListProps {
  readonly label: string;
  readonly groups: MenuGroups;
  readonly onClose?: () => void;
  /** Said above the first group: a question and its answer. */
  readonly note?: { readonly title: string; readonly text: string } | undefined;
}

export function MenuList({ label, groups, onClose, note }: MenuListProps) {
  const box = useRef<HTMLDivElement>(null);
  useLeaveMotion(box);
  const filled = groups.filter((group) => group.length > 0);
  return (
    <AriaMenu ref={box} className="menu" aria-label={label} {...(onClose ? { onClose } : {})} autoFocus="first">
      {filled.map((group, position) => (
        <Fragment key={group[0]?.id}>
          {position > 0 && <Separator className="menu-line" />}
          {note && position === 0 ? (
            <MenuSection>
              <Header className="menu-note">
                <b>{note.title}</b> <span>{note.text}</span>
              </Header>
              {entriesOf(group)}
            </MenuSection>
          ) : (
            entriesOf(group)
          )}
        </Fragment>
      ))}
    </AriaMenu>
  );
}

function entriesOf(group: readonly MenuEntry[]) {
  return group.map((entry) =>
    'run' in entry ? (
      <Entry key={entry.id} entry={entry} onAction={entry.run} />
    ) : (
      <More key={entry.id} entry={entry} />
    ),
  );
}

function More({ entry }: { readonly entry: Submenu }) {
  return (
    <SubmenuTrigger>
      <Entry entry={entry} />
      <Popover className="menu-pop" offset={0}>
        <AriaMenu className="menu" aria-label={entry.label}>
          {entriesOf(entry.entries)}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  );
}

interface EntryProps {
  readonly entry: MenuLine;
  /** None for one that opens a menu. */
  readonly onAction?: () => void;
}

function Entry({ entry, onAction }: EntryProps) {
  const icon = entry.chosen ? 'check' : entry.icon;
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      className="menu-item"
      isDisabled={entry.disabled ?? false}
      {...(onAction ? { onAction } : {})}
    >
      {icon ? <Icon name={icon} /> : <span className="i" />}
      <span className={classNames('trunc', entry.danger && 'danger')}>{entry.label}</span>
      {entry.keys && <span className="sc">{keyWords(entry.keys).join(' ')}</span>}
      {!onAction && <Icon name="right" size="s" />}
    </MenuItem>
  );
}

interface MenuButtonProps extends MenuListProps {
  /** The button that opens it. */
  readonly children: ReactElement;
  /** The edge of the button that the menu shares. */
  readonly edge?: 'start' | 'end';
}

export function MenuButton({ children, edge = 'end', ...list }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="menu-pop" offset={4} placement={`bottom ${edge}`}>
        <MenuList {...list} />
      </Popover>
    </MenuTrigger>
  );
}
