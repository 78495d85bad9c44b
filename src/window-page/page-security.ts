/** The headers under which both shells serve the window: nothing remote, no inline script, strict Trusted Types. */

/**
 * The Content-Security-Policy of one answer. `nonce` must be new for each answer; it admits the few style elements that
 * react-aria writes, which finds it in `<meta property="csp-nonce">`. Only 'self' appears as a source, because scheme
 * and port differ between the shells. DOMPurify's policy is the only way to turn text into HTML.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types dompurify',
  ].join('; ');
}

/** Every answer carries these; `nonce` as in `contentSecurityPolicy`. */
export function securityHeaders(nonce: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=(), serial=(), hid=(), payment=()',
    'referrer-policy': 'no-referrer',
    // a browser may look up the hosts of an article's links before anybody follows one: that tells them who reads
    'x-dns-prefetch-control': 'off',
    'x-content-type-options': 'nosniff',
  };
}

/** 128 random bits in base64, from the platform's generator. */
export function newNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
}
