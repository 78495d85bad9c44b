/** What the person's desktop can do: show a window. */

/** Whether somebody sits in front of a screen. macOS and Windows always have a desktop; Linux says so in its environment. */
export function hasDesktop() {
  if (process.env.CI !== undefined) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
