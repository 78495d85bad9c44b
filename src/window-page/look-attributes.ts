/** Turns the reader's settings into attributes of `<html>`; the window's style sheet knows the reader's look by them. */
import type { Settings } from '../contract/settings.ts';
import type { RootAttributes } from './index-html.ts';

export type Look = Pick<Settings, 'theme' | 'accent' | 'density' | 'reduceMotion' | 'justify'>;

/**
 * `prefersDark` is what the computer says; it decides only where the theme follows it. Pine is the accent of the style
 * sheet itself and therefore has no attribute.
 */
export function lookAttributes(look: Look, { prefersDark }: { readonly prefersDark: boolean }): RootAttributes {
  return {
    'data-theme': look.theme === 'system' ? (prefersDark ? 'dark' : 'light') : look.theme,
    'data-density': look.density,
    ...(look.accent === 'pine' ? {} : { 'data-accent': look.accent }),
    ...(look.reduceMotion === 'always' ? { 'data-motion': 'none' } : {}),
    ...(look.justify ? { 'data-justify': 'on' } : {}),
  };
}
