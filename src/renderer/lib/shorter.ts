/** A text that fits into less room than the core made it for: up to a sentence's end past 60 % of the room, else a word's, with "…". */
export function shorter(text: string, room: number): string {
  if (text.length <= room) return text;
  const piece = text.slice(0, room);
  const sentence = Math.max(
    ...['. ', '! ', '? ', '؟ '].map((end) => piece.lastIndexOf(end) + 1),
    ...[...'。！？'].map((end) => piece.lastIndexOf(end) + 1),
  );
  if (sentence > room * leastOfRoom) return text.slice(0, sentence);
  const word = piece.lastIndexOf(' ');
  return `${piece.slice(0, word > room / 2 ? word : room - 1).replace(/(?<![\s,;:、，–—-])[\s,;:、，–—-]+$/u, '')}…`;
}

const leastOfRoom = 0.6;
