/** A title with the typed letters set bold where they stand in it. */
export function Highlighted({ text, words }: { readonly text: string; readonly words: string }) {
  const sought = words.replace(/^[>#/]/, '').trim();
  const at = sought === '' ? -1 : text.toLowerCase().indexOf(sought.toLowerCase());
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <b>{text.slice(at, at + sought.length)}</b>
      {text.slice(at + sought.length)}
    </>
  );
}
