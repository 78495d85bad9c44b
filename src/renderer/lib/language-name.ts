/** A language in its own words: 'Français' for 'fr'. `otherwise` for a code that is none: feeds may give anything. */
export function languageName(code: string, otherwise: string): string {
  try {
    const name = new Intl.DisplayNames([code], { type: 'language', fallback: 'none' }).of(code);
    return name === undefined ? otherwise : name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
  } catch {
    return otherwise;
  }
}
