/** The reader's look as attributes and properties of `<html>`: a change of theme draws no component again. */
import type { Settings } from '../../contract/settings.ts';

const darkQuery = matchMedia('(prefers-color-scheme: dark)');

const readingFonts: Readonly<Record<Settings['readingFont'], string | null>> = {
  newsreader: null,
  'source-serif': "'Source Serif 4 Variable', Charter, Georgia, serif",
  literata: "'Literata Variable', Charter, Georgia, serif",
  inter: "'Inter Variable', system-ui, sans-serif",
};

type Look = Pick<
  Settings,
  | 'theme'
  | 'accent'
  | 'density'
  | 'readingFont'
  | 'readScale'
  | 'readMeasure'
  | 'readLeading'
  | 'justify'
  | 'reduceMotion'
>;

export function applyLook(look: Look): void {
  const root = document.documentElement;
  root.dataset.theme = look.theme === 'system' ? systemTheme() : look.theme;
  root.dataset.density = look.density;
  setData('accent', look.accent === 'pine' ? null : look.accent);
  setData('motion', look.reduceMotion === 'always' ? 'none' : null);
  setData('justify', look.justify ? 'on' : null);
  setProperty('--body-font', readingFonts[look.readingFont]);
  setProperty('--read-scale', String(look.readScale));
  setProperty('--read-measure', `${look.readMeasure}rem`);
  setProperty('--read-leading', String(look.readLeading));
}

/** Where the reader's own choice cannot be read: as the computer is now, and when it turns. Until the page is left. */
export function followSystemTheme(): void {
  const follow = () => setData('theme', systemTheme());
  follow();
  watchSystemTheme(follow);
}

const systemTheme = () => (darkQuery.matches ? 'dark' : 'light');

/** Calls back when the computer turns dark or light, until the returned function is called. */
export function watchSystemTheme(changed: () => void): () => void {
  darkQuery.addEventListener('change', changed);
  return () => darkQuery.removeEventListener('change', changed);
}

function setData(name: string, value: string | null): void {
  if (value === null) delete document.documentElement.dataset[name];
  else document.documentElement.dataset[name] = value;
}

function setProperty(name: string, value: string | null): void {
  if (value === null) document.documentElement.style.removeProperty(name);
  else document.documentElement.style.setProperty(name, value);
}
