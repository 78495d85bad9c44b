/** The bar of a screen: the way back where there is no sidebar, its title, a few words, and its own controls. */
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';

interface ScreenBarProps {
  readonly title: string;
  readonly detail?: ReactNode;
  /** Without it there is no way back to offer: a start page. */
  readonly onBack?: () => void;
  readonly onShowSidebar?: () => void;
  readonly children?: ReactNode;
}

export function ScreenBar({ title, detail, onBack, onShowSidebar, children }: ScreenBarProps) {
  return (
    <header className="bar">
      {onShowSidebar && (
        <IconButton icon="sidebar" label="Show sidebar" className="only-tight" onPress={onShowSidebar} />
      )}
      {onBack && <IconButton icon="left" label="Back" keys="Alt ArrowLeft" onPress={onBack} />}
      <h1 className="bar-title">{title}</h1>
      {detail && <span className="t3 num hide-narrow bar-detail">{detail}</span>}
      <span className="grow" />
      {children}
    </header>
  );
}
