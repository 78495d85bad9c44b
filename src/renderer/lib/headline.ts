/** What stands where a headline should: the publisher's own, else how the text begins. */
export function headlineOf({ title, summary }: { readonly title: string; readonly summary: string }): string {
  return title || summary.slice(0, 90) || 'Without a headline';
}
