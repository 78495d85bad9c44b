/** Shown in a browser tab that Broadsheet did not open, or that has been away too long: how to open one that works. */
import { Button } from '../../ui/button.tsx';
import { StartPage } from '../../ui/start-page.tsx';

export function ClosedScreen() {
  return (
    <StartPage label="Broadsheet opens this window anew">
      <h1>Open Broadsheet once more</h1>
      <p>
        Your library is shown only in windows that Broadsheet itself has opened, so that no other page or program gets
        to see it. This window is not one of them, or was left for more than a week.
      </p>
      <div className="st-way">
        <b>Start Broadsheet</b>
        <p className="t2">As you always do. It opens a window that works, also while it is running already.</p>
      </div>
      <div className="st-way">
        <b>Or ask its terminal</b>
        <p className="t2">
          Press Enter in the terminal in which Broadsheet runs. It gives an address to open here, which works once,
          within a minute.
        </p>
      </div>
      <div className="st-way st-plain">
        <span className="t2 grow">If Broadsheet is open in another tab of this browser by now</span>
        <Button kind="primary" onPress={() => location.reload()}>
          Try again
        </Button>
      </div>
    </StartPage>
  );
}
