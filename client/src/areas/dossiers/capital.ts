/** The first letter of a sentence. Dutch sets no accent on a capital E: één becomes Eén. */
export function capital(text: string): string {
  return text.replace(/^é/, 'e').replace(/^./u, (first) => first.toUpperCase());
}
