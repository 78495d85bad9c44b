/** Lets a burst of calls end in one, `waitMs` after the last. `flush` makes a waiting call at once. */
export function debounce(run: () => void, waitMs: number): { readonly call: () => void; readonly flush: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fire = () => {
    timer = undefined;
    run();
  };
  return {
    call: () => {
      clearTimeout(timer);
      timer = setTimeout(fire, waitMs);
    },
    flush: () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      fire();
    },
  };
}
