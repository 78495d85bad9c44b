/** Rules: takes the place of this page when it is built. See app/screens.ts. */
import { goBack, navigate } from '../../app/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ScreenBar } from '../../ui/screen-bar.tsx';

export function Screen() {
  return (
    <>
      <ScreenBar title="Rules" onBack={goBack} />
      <Empty
        icon="rule"
        title="Rules"
        actions={<Button onPress={() => navigate({ screen: 'reader', view: 'today' })}>Back to reading</Button>}
      >
        This page is not in this version yet.
      </Empty>
    </>
  );
}
