/** What a reader lets articles bring along that follows readers about. */
import type { Settings } from '../../contract/settings.ts';

export type PrivacyRules = Pick<Settings, 'stripTracking' | 'removePixels'>;

export function privacyOf({ stripTracking, removePixels }: PrivacyRules): PrivacyRules {
  return { stripTracking, removePixels };
}

export function isStrictest({ stripTracking, removePixels }: PrivacyRules): boolean {
  return stripTracking && removePixels;
}
