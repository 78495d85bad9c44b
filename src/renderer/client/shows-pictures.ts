/** Whether pictures are shown at all: by the place's own switch, and by what may be fetched. */
import type { Settings } from '../../contract/settings.ts';
import { useSettings } from './settings.ts';

type Place = 'showPictures' | 'showArticlePictures';

/** Until the settings are there, as they come. */
export function showsPictures(settings: Settings | undefined, place: Place): boolean {
  return settings === undefined || (settings[place] && settings.remotePictures !== 'never');
}

export function useShowsPictures(place: Place): boolean {
  return showsPictures(useSettings(), place);
}
