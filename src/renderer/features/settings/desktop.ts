/** Whether this window is the desktop app's: what only that can do is not offered in a browser. */
export const isDesktop = window.broadsheet !== undefined;
