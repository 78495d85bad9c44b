/** Server-sent events (WHATWG HTML 9.2) by fetch: EventSource can send no header, and so could show no session. */
import type { CoreEvent } from '../../contract/events.ts';

interface EventReading {
  readonly secret: string;
  readonly signal: AbortSignal;
  readonly tell: (event: CoreEvent) => void;
}

/** Resolves when the stream is over, by whichever end. */
export async function readEvents({ secret, signal, tell }: EventReading): Promise<'over' | 'refused'> {
  try {
    const answer = await fetch('/events', { headers: { 'broadsheet-session': secret }, signal, cache: 'no-store' });
    if (answer.status === 401 || answer.status === 403) return 'refused';
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) return 'over';
      const blocks = (rest + part.value).split('\n\n');
      rest = blocks.pop() ?? '';
      // What begins with a colon says only that the server is there.
      for (const block of blocks) if (block.startsWith('data: ')) tell(JSON.parse(block.slice(6)) as CoreEvent);
    }
  } catch {
    return 'over';
  }
}
