/** Takes out of an address what only follows its reader. */

/** Parameters that only say where a reader came from. */
const tracking = /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmpid|ns_.*|at_.*)$/i;

/** The address without them; as it was when it is none. */
export function withoutTracking(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  return url.href;
}
