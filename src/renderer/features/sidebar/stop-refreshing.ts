/** Ends the round of fetching that is under way; what has come by then stays. */
import { toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';

export function stopRefreshing(): void {
  void client.call('feeds.cancelRefresh', {}).then((result) => {
    if (!result.ok) toastFailure(result.error.message);
  });
}
