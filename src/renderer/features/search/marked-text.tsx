/** A snippet with its hits marked: the core puts each between U+E000 and U+E001. */
export function MarkedText({ text }: { readonly text: string }) {
  const parts = text.split(/[\uE000\uE001]/);
  return (
    <>
      {parts.map((part, position) => {
        // Hits stand between plain parts: every second one is a hit.
        const key = `${position}-${part.length}`;
        return position % 2 === 1 ? <mark key={key}>{part}</mark> : <span key={key}>{part}</span>;
      })}
    </>
  );
}
