import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * The policy written out (helmet's own allows `https:` and inline styles, and upgrades plain HTTP, which an office
 * network without TLS cannot serve). `wasm-unsafe-eval` is for the barcode decoder; style attributes stay, since
 * they move and size things and cannot load any. Nothing comes from elsewhere, and nobody may frame us.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'style-src': ["'self'"],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  },
};

/** The headers of OWASP's secure headers list. HSTS only where we ourselves are reached over TLS. */
export function securityHeaders(): RequestHandler {
  const base = helmet({
    contentSecurityPolicy,
    strictTransportSecurity: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // Ignored, with a warning in the console, on plain HTTP from another machine: sent only where it counts.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xXssProtection: false,
  });
  return (request, response, next) => {
    response.set(
      'Permissions-Policy',
      'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    );
    if (request.secure) {
      response.set('Strict-Transport-Security', 'max-age=31536000');
      response.set('Cross-Origin-Opener-Policy', 'same-origin');
    }
    base(request, response, next);
  };
}
