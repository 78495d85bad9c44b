/** Who goes to the next article on a screen that has a list of its own; the reader's list has its own way. */
type Step = (by: 1 | -1) => void;

let offered: Step | null = null;

/** Lets a screen step through its own articles, until the returned function is called. */
export function offerSteps(step: Step): () => void {
  offered = step;
  return () => {
    if (offered === step) offered = null;
  };
}

export function stepsNow(): Step | null {
  return offered;
}
