/** The few colours that the system draws for the window, the same as the style sheet's `--bg-chrome`, `--ink-1` and `--bg-page`. */
import type { Settings } from '../contract/settings.ts';

export interface WindowColours {
  readonly bar: string;
  readonly ink: string;
  /** Seen for a moment before the page paints. */
  readonly page: string;
}

const colours: Readonly<Record<'light' | 'dark' | 'paper', WindowColours>> = {
  light: { bar: '#f2f1ee', ink: '#1b1a18', page: '#ffffff' },
  dark: { bar: '#1e1f21', ink: '#eae8e4', page: '#151617' },
  paper: { bar: '#ebe1cd', ink: '#2a2217', page: '#f8f1e3' },
};

export function windowColours(
  theme: Settings['theme'],
  { prefersDark }: { readonly prefersDark: boolean },
): WindowColours {
  return colours[theme === 'system' ? (prefersDark ? 'dark' : 'light') : theme];
}
