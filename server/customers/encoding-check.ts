import { unreadable } from './unreadable.ts';

const zip = [0x50, 0x4b];
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0];
const utf16 = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] };

const saveAs = 'In Excel choose Save as, "CSV UTF-8 (comma delimited)".';

/** Looks at a file chunk by chunk and tells in the end what it is written in. */
export class EncodingCheck {
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  readonly #lax = new TextDecoder('utf-8');
  readonly #first: number[] = [];
  #isUtf8 = true;
  #letters = 0;
  #damaged = 0;

  see(chunk: Buffer): void {
    if (this.#first.length < 4) this.#first.push(...chunk.subarray(0, 4 - this.#first.length));
    if (this.#isUtf8) this.#isUtf8 = this.#decodes(chunk);
    const beyondAscii = this.#lax.decode(chunk, { stream: true }).match(/[^\0-\x7f]/g) ?? [];
    const damaged = beyondAscii.filter((character) => character === '\ufffd').length;
    this.#damaged += damaged;
    this.#letters += beyondAscii.length - damaged;
  }

  #decodes(chunk?: Buffer): boolean {
    try {
      if (chunk) this.#strict.decode(chunk, { stream: true });
      else this.#strict.decode();
      return true;
    } catch {
      return false;
    }
  }

  /**
   * UTF-8, with or without a mark; UTF-16 with one; else Windows-1252, of which Latin-1 is a part. Throws
   * `file-unreadable` for workbooks and for text of which only parts are UTF-8: nobody could read all of that.
   */
  encoding(): string {
    if (this.#startsWith(zip)) {
      throw unreadable(
        'workbook',
        `This is an Excel workbook or another packed file, whatever its name says. ${saveAs}`,
      );
    }
    if (this.#startsWith(oldOffice))
      throw unreadable('old-workbook', `This is an Excel workbook of an old kind. ${saveAs}`);
    for (const [name, mark] of Object.entries(utf16)) if (this.#startsWith(mark)) return name;
    if (this.#isUtf8 && this.#decodes()) return 'utf-8';
    if (this.#letters > this.#damaged) {
      throw unreadable(
        'mixed-encoding',
        `Most of this file is UTF-8, but parts of it are not: names would be garbled. ${saveAs}`,
      );
    }
    return 'windows-1252';
  }

  #startsWith(bytes: readonly number[]): boolean {
    return bytes.every((byte, index) => this.#first[index] === byte);
  }
}
