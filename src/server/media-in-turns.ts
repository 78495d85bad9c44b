/**
 * A picture that is still on its way would keep one of the six connections that a browser opens to a host, and five such keep
 * every call of the window waiting until a publisher's server gives up. So each waits for a moment only and is then sent
 * round again: between two turns whatever else the window asks comes first.
 */

const turnMs = 1_000;
/** Browsers follow 20 redirects. What has not come by then is shown the next time: it is fetched all the same. */
const mostTurns = 18;
const turnName = 'turn';

/** `url` as the browser asked for it. Never rejects where `answering` does not. */
export async function answerInTurns(url: URL, answering: Promise<Response>): Promise<Response> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, turnMs, undefined);
  });
  const answer = await Promise.race([answering, over]);
  clearTimeout(timer);
  if (answer !== undefined) return answer;
  // a file may have been opened for it
  void answering.then(({ body }) => body?.cancel()).catch(() => {});
  const turn = Number(url.searchParams.get(turnName) ?? 0);
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if (!(turn < mostTurns)) return new Response(null, { status: 504, headers });
  const next = new URLSearchParams(url.searchParams);
  next.set(turnName, String(Math.max(0, Math.trunc(turn)) + 1));
  return new Response(null, { status: 307, headers: { ...headers, location: `${url.pathname}?${next}` } });
}
