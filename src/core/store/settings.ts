/** Settings and what windows leave to be restored. Defaults live in the contract; only what was changed is stored. */

import type { ParsedInputOf } from '../../contract/index.ts';
import type { Settings } from '../../contract/settings.ts';
import { isBoolean, isEither, isFiniteNumber, isNull, isRecord, isText, type Shape } from '../lib/shapes.ts';
import { storedShape } from '../lib/stored-json.ts';
import { defaultSettings, settingBounds, settingsWithNone } from './default-settings.ts';
import type { ReadableDb, WritableDb } from './handles.ts';

/** Names that this version does not know are left alone, and so is what no setting of the name can be. */
export function getSettings(db: ReadableDb): Settings {
  const stored: Record<string, unknown> = {};
  for (const { name, value } of db.all<{ name: string; value: string }>('SELECT name, value FROM setting'))
    if (isSetting(name)) stored[name] = storedShape(value, shapeOf(name));
  return { ...defaultSettings, ...withoutUndefined(stored) };
}

const isSetting = (name: string): name is keyof Settings => Object.hasOwn(defaultSettings, name);

function shapeOf(name: keyof Settings): Shape<unknown> {
  const bounds = settingBounds[name];
  if (bounds !== undefined) {
    const [least, most] = bounds;
    const isWithin = (value: unknown): value is number => isFiniteNumber(value) && value >= least && value <= most;
    return settingsWithNone.has(name) ? isEither(isNull, isWithin) : isWithin;
  }
  switch (typeof defaultSettings[name]) {
    case 'boolean':
      return isBoolean;
    case 'string':
      return isText;
    default:
      return isWords;
  }
}

const isWords = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every(isText);

const withoutUndefined = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

export function setSettings(db: WritableDb, changes: ParsedInputOf<'settings.set'>): Settings {
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    db.run('INSERT OR REPLACE INTO setting (name, value) VALUES (:name, :value)', {
      name,
      value: JSON.stringify(value),
    });
  }
  return getSettings(db);
}

export function getState(db: ReadableDb, key: string): { value: ParsedInputOf<'state.set'>['value'] } {
  const row = db.get<{ value: string }>('SELECT value FROM window_state WHERE key = :key', { key });
  return { value: storedShape(row?.value, isAnything) ?? null };
}

/** The window that left it looks at what it was given. */
const isAnything = (_value: unknown): _value is ParsedInputOf<'state.set'>['value'] => true;

export function setState(db: WritableDb, input: ParsedInputOf<'state.set'>): Record<string, never> {
  db.run('INSERT OR REPLACE INTO window_state (key, value) VALUES (:key, :value)', {
    key: input.key,
    value: JSON.stringify(input.value),
  });
  return {};
}

export function getFact(db: ReadableDb, key: string): string | undefined {
  return db.get<{ value: string }>('SELECT value FROM fact WHERE key = :key', { key })?.value;
}

export function setFact(db: WritableDb, key: string, value: string): void {
  db.run('INSERT OR REPLACE INTO fact (key, value) VALUES (:key, :value)', { key, value });
}
