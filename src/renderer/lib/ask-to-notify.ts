/** To be called in the press that switches telling on: a browser asks its reader only then. The desktop app need not ask. */
export function askToNotify(): void {
  if (window.broadsheet || !('Notification' in window) || Notification.permission !== 'default') return;
  // Whatever the answer is: without leave, the window tells by itself.
  void Notification.requestPermission().catch(() => undefined);
}
