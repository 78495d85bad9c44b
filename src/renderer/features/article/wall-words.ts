/** Pages that stand before the article: what each asks for, in words. */

const walls: Readonly<Record<string, string>> = {
  page_asks_consent: 'This page asks for consent before it shows the article.',
  page_asks_sign_in: 'This page shows the article to those who have signed in.',
  page_asks_subscription: 'This page asks for a subscription instead of showing the article.',
  needs_login: 'This page shows the article to those who have signed in.',
};

export function isWall(code: string | null): code is string {
  return code !== null && Object.hasOwn(walls, code);
}

export function wallWords(code: string): string {
  return walls[code] ?? '';
}
