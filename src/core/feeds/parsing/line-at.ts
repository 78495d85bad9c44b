/** The line, from 1, of a position in a text. Costs a scan up to it: for the rare position that a person is told about. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
