/** What mutes keep off the front page, asked of the pure rules with the library's mutes. */
import { type Mute, mutedBecause } from '../../curation/mute.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { type MuteRow, mutesInForce } from '../../store/stories/mutes.ts';
import { presentStoryId } from '../../store/stories/stories.ts';
import { dayOf } from './story-words.ts';

export interface Silenced {
  readonly muteId: number;
  readonly kind: 'story' | 'topic';
  readonly text: string;
}

export interface Muting {
  readonly isEmpty: boolean;
  readonly silenced: (article: {
    readonly title: string;
    readonly lead: string;
    readonly storyId?: number | undefined;
  }) => Silenced | undefined;
}

export function mutingNow(db: ReadableDb, now: EpochMs): Muting {
  const rows = mutesInForce(db, now);
  const byId = new Map(rows.map((row) => [String(row.id), row]));
  const mutes = rows.map(toMute);
  const resolve = (story: string): string => String(presentStoryId(db, Number(story)));
  return {
    isEmpty: rows.length === 0,
    silenced: ({ title, lead, storyId }) => {
      if (mutes.length === 0) return undefined;
      const story = storyId === undefined ? undefined : String(storyId);
      const reason = mutedBecause({ title, lead, story }, mutes, { now, resolve });
      const row = reason === undefined ? undefined : byId.get(reason.mute);
      return row === undefined ? undefined : { muteId: row.id, kind: row.kind, text: muteText(row) };
    },
  };
}

const never = Number.MAX_SAFE_INTEGER;

function toMute({ id, kind, storyId, label, until }: MuteRow): Mute {
  return kind === 'story'
    ? { id: String(id), kind, story: String(storyId), until: until ?? never }
    : { id: String(id), kind, words: label };
}

function muteText({ kind, label, until }: MuteRow): string {
  const end = until === null ? 'for good' : `until ${dayOf(until)}`;
  return kind === 'story' ? `You muted this story ${end}.` : `You muted “${label}” ${end}.`;
}
