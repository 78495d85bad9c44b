/** Completes the built index.html for one answer: its nonce, and the reader's look as attributes of `<html>`. */

/** Attribute names of `<html>` and their values, for example `data-theme` → `dark`. */
export type RootAttributes = Readonly<Record<string, string>>;

/**
 * The page with its nonce and the attributes. Theme and density are written here, before the first paint, so that
 * nothing flashes while the script loads. An attribute that the template already has is replaced.
 */
export function completeIndexHtml(
  template: string,
  { nonce, attributes }: { readonly nonce: string; readonly attributes: RootAttributes },
): string {
  const meta = `<meta property="csp-nonce" content="${escapeAttribute(nonce)}" nonce="${escapeAttribute(nonce)}">`;
  return template
    .replace(/<html([^<>]*)>/i, (_, present: string) => `<html${withAttributes(present, attributes)}>`)
    .replace(/<head>/i, (head) => `${head}\n    ${meta}`);
}

function withAttributes(present: string, attributes: RootAttributes): string {
  let text = present;
  for (const [name, value] of Object.entries(attributes)) {
    // A name that is not one would let a setting close the tag: leave it out.
    if (!/^[a-z][a-z0-9-]*$/.test(name)) continue;
    text = text.replace(new RegExp(`\\s${name}="[^"]*"`), '');
    text += ` ${name}="${escapeAttribute(value)}"`;
  }
  return text;
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
