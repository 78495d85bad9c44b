/** The keys of a command, each in a key cap: 'Ctrl K' → [Ctrl] [K]. */
const spoken: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

const isMac = /Mac/.test(navigator.platform);

/** As a person reads them: arrows as arrows, Cmd on a Mac. */
export function keyWords(keys: string): readonly string[] {
  return keys.split(' ').map((key) => (isMac && key === 'Ctrl' ? 'Cmd' : (spoken[key] ?? key)));
}

export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="kk">
      {keyWords(keys).map((word) => (
        <kbd key={word}>{word}</kbd>
      ))}
    </span>
  );
}
