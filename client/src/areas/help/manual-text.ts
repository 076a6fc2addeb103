/** The few signs that texts of the manual are written with, read into what is shown. */

export type Inline =
  | { is: 'plain' | 'strong'; text: string }
  /** `to`: an article, or with `#` a part of one. */
  | { is: 'link'; text: string; to: string };

export type Block = { is: 'paragraph'; content: Inline[] } | { is: 'steps' | 'list'; items: Inline[][] };

/** Paragraphs with empty lines between them; lines that begin with `- ` or `1. ` are items. */
export function readBlocks(text: string): Block[] {
  return text.split(/\n\s*\n/).map((paragraph): Block => {
    const lines = paragraph.trim().split('\n');
    for (const [is, mark] of [
      ['steps', /^\d+\. /],
      ['list', /^- /],
    ] as const) {
      if (lines.every((line) => mark.test(line)))
        return { is, items: lines.map((line) => readInline(line.replace(mark, ''))) };
    }
    return { is: 'paragraph', content: readInline(lines.join(' ')) };
  });
}

const signs = /\*\*(?<strong>.+?)\*\*|\[(?<text>[^\]]+)\]\((?<to>[a-z#-]+)\)/g;

function readInline(text: string): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  const plain = (end: number) => {
    if (end > at) found.push({ is: 'plain', text: text.slice(at, end) });
  };
  for (const match of text.matchAll(signs)) {
    plain(match.index);
    const { strong, text: words = '', to = '' } = match.groups ?? {};
    found.push(strong === undefined ? { is: 'link', text: words, to } : { is: 'strong', text: strong });
    at = match.index + match[0].length;
  }
  plain(text.length);
  return found;
}

/** The same without its signs, for searching and for excerpts. */
export function plainText(text: string): string {
  return text
    .replaceAll(signs, (_all, strong, words) => strong ?? words)
    .replaceAll(/^(- |\d+\. )/gm, '')
    .replaceAll(/\s+/g, ' ');
}
