/** What stands where a headline should: the publisher's own, else how the text begins. */
export function headlineOf({ title, opening }: { readonly title: string; readonly opening: string }): string {
  return title || opening || 'Without a headline';
}

/** A text without a headline is set as text: none is made up for it. */
export function headlineClass({ title }: { readonly title: string }): string | false {
  return title === '' && 'as-text';
}
