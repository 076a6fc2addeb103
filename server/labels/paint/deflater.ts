import { constants, createDeflate, type Deflate } from 'node:zlib';

/**
 * Packs one page after another with the same deflate stream: one made anew for each page stays in memory for longer than the
 * page itself. The packing is done beside the main thread.
 */
export class Deflater {
  readonly #stream: Deflate = createDeflate();
  #parts: Buffer[] = [];

  constructor() {
    this.#stream.on('data', (part: Buffer) => this.#parts.push(part));
  }

  /** One page at a time: the next only when this has resolved. */
  async pack(bytes: Uint8Array): Promise<Uint8Array> {
    const stream = this.#stream;
    await new Promise<void>((resolve, reject) => {
      stream.once('error', reject);
      stream.write(bytes);
      stream.flush(constants.Z_FINISH, () => {
        stream.off('error', reject);
        resolve();
      });
    });
    stream.reset();
    const packed = Buffer.concat(this.#parts);
    this.#parts = [];
    return packed;
  }

  close(): void {
    this.#stream.close();
  }
}
