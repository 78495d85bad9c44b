/** Around a part of a page that is drawn from an answer: where drawing it fails, a sentence stands in its place, and the page goes on. */
import { Component, type ReactNode } from 'react';

interface SmallPartProps {
  readonly children: ReactNode;
  /** What it shows, as the beginning of the sentence: 'The counts by source and section'. */
  readonly name: string;
  /** What it is drawn from: with another answer it is tried again. */
  readonly from: unknown;
}

interface SmallPartState {
  readonly hasFailed: boolean;
}

/** React tells the console of the error; the sentence says only what a reader can use. */
export class SmallPart extends Component<SmallPartProps, SmallPartState> {
  override state: SmallPartState = { hasFailed: false };

  static getDerivedStateFromError(): SmallPartState {
    return { hasFailed: true };
  }

  override componentDidUpdate({ from }: SmallPartProps): void {
    if (this.state.hasFailed && from !== this.props.from) this.setState({ hasFailed: false });
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <p className="t3 small-part-failed" role="status">
        {this.props.name} cannot be shown for this search. Everything else can be used.
      </p>
    );
  }
}
