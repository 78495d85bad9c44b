/** Where a part of the window cannot be loaded or drawn, it says so in its place; the rest of the window goes on. */
import { Component, type ReactNode } from 'react';
import type { Lazily } from '../lib/lazily.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';

interface PartBoundaryProps {
  readonly children: ReactNode;
  /** What is loaded for it. */
  readonly part: Pick<Lazily<never>, 'again'>;
  /** What the part is about: with another one it is tried again. */
  readonly about?: unknown;
  /** Where the words about it stand, for a part that is no pane. */
  readonly around?: (words: ReactNode) => ReactNode;
}

interface PartBoundaryState {
  readonly hasFailed: boolean;
}

export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override state: PartBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): PartBoundaryState {
    return { hasFailed: true };
  }

  override componentDidUpdate({ about }: PartBoundaryProps): void {
    if (this.state.hasFailed && about !== this.props.about) this.#tryAgain();
  }

  override render(): ReactNode {
    const { children, around } = this.props;
    if (!this.state.hasFailed) return children;
    const words = <PartFailed onTryAgain={this.#tryAgain} />;
    return around ? around(words) : words;
  }

  readonly #tryAgain = (): void => {
    this.props.part.again();
    this.setState({ hasFailed: false });
  };
}

function PartFailed({ onTryAgain }: { readonly onTryAgain: () => void }) {
  return (
    <Empty
      icon="warn"
      title="This part of the window could not be shown"
      actions={
        <>
          <Button onPress={onTryAgain}>Try again</Button>
          <Button onPress={() => location.reload()}>Reload the window</Button>
        </>
      }
    >
      Nothing in your library has changed. Broadsheet may have been stopped or updated since this window was opened.
    </Empty>
  );
}
