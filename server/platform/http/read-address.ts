import { isIP } from 'node:net';

/**
 * An address as Postgres takes it. A link-local one comes with its interface (`fe80::1%eth0`), and some proxies write
 * the port behind it (`203.0.113.9:4711`, `[2001:db8::1]:4711`). Undefined for what is no address.
 */
export function readAddress(text: string | undefined): string | undefined {
  const bare = text
    ?.trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '');
  return bare !== undefined && isIP(bare) !== 0 ? bare : undefined;
}
