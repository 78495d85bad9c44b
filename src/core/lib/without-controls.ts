/**
 * Control characters have no place in what is shown in a line or printed to a terminal: JSON and character references bring
 * them along where raw ones are removed with a document's encoding.
 */
export function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}--[\t\n\r]]/gv, '');
}
