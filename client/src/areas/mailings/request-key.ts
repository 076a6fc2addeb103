/**
 * A key that makes sending the same form twice harmless. Not `crypto.randomUUID`: that is there only over https, and
 * in a house without certificates these screens come over plain http.
 */
export function makeRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
