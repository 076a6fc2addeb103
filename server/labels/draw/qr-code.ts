/**
 * QR code version 1, error correction M, of twelve digits, always with mask 0 (ISO/IEC 18004). Nothing else is needed on
 * a label, and a general encoder, which tries every mask and version, takes as long as ten whole labels.
 */

export const qrModules = 21;

const dataCodewords = 16;
const checkCodewords = 10;
/** Format information of level M with mask 0, with its BCH check bits and its own mask (table C.1). */
const formatBits = 0b101010000010010;

/** 1 for each dark module, row by row. */
export function encodeQr(digits: string): Uint8Array {
  if (!/^\d{12}$/.test(digits)) throw new RangeError('a QR code of ours holds twelve digits');
  const codewords = new Uint8Array(dataCodewords + checkCodewords);
  putData(codewords, digits);
  putCheck(codewords);
  const modules = functionModules.slice();
  for (let index = 0; index < placement.length; index += 1) {
    const at = placement[index]!;
    const bit = (codewords[index >> 3]! >> (7 - (index & 7))) & 1;
    modules[at] = bit ^ mask[at]!;
  }
  return modules;
}

/** Mode 0001 (digits), ten bits for their number, ten bits for each three, and what fills it up. */
function putData(bytes: Uint8Array, digits: string): void {
  let at = 0;
  const put = (value: number, bits: number) => {
    for (let bit = bits - 1; bit >= 0; bit -= 1, at += 1) {
      if ((value >> bit) & 1) bytes[at >> 3]! |= 0x80 >> (at & 7);
    }
  };
  put(0b0001, 4);
  put(digits.length, 10);
  for (let first = 0; first < digits.length; first += 3) put(Number(digits.slice(first, first + 3)), 10);
  // The terminator is four zeros, and zeros fill the byte; after that these two take turns.
  for (let byte = Math.ceil((at + 4) / 8), turn = 0; byte < dataCodewords; byte += 1, turn += 1)
    bytes[byte] = turn % 2 === 0 ? 0xec : 0x11;
}

const { exponents, logarithms } = galoisTables();

/** Powers of 2 in GF(2⁸) with the polynomial x⁸ + x⁴ + x³ + x² + 1, and back. */
function galoisTables() {
  const exponents = new Uint8Array(512);
  const logarithms = new Uint8Array(256);
  for (let power = 0, value = 1; power < 255; power += 1) {
    exponents[power] = value;
    exponents[power + 255] = value;
    logarithms[value] = power;
    value = value < 128 ? value << 1 : (value << 1) ^ 0x11d;
  }
  return { exponents, logarithms };
}

function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : exponents[logarithms[a]! + logarithms[b]!]!;
}

const generator = generatorOf(checkCodewords);
/** The generator times each byte. */
const multiples = Array.from({ length: 256 }, (_, byte) =>
  Uint8Array.from(generator, (coefficient) => multiply(coefficient, byte)),
);

/** Coefficients of (x − 1)(x − 2)(x − 4)…, the highest, which is 1, left out. */
function generatorOf(degree: number): number[] {
  let polynomial = [1];
  for (let root = 0; root < degree; root += 1) {
    const next = [...polynomial, 0];
    for (const [index, coefficient] of polynomial.entries())
      next[index + 1]! ^= multiply(coefficient, exponents[root]!);
    polynomial = next;
  }
  return polynomial.slice(1);
}

/** Reed–Solomon: after the data comes what is left when it is divided by the generator. */
function putCheck(bytes: Uint8Array): void {
  for (let at = 0; at < dataCodewords; at += 1) {
    const multiple = multiples[bytes[at]! ^ bytes[dataCodewords]!]!;
    bytes.copyWithin(dataCodewords, dataCodewords + 1);
    bytes[dataCodewords + checkCodewords - 1] = 0;
    for (let index = 0; index < checkCodewords; index += 1) bytes[dataCodewords + index]! ^= multiple[index]!;
  }
}

/** Mask 0: every second module, as on a chessboard. */
const mask = Uint8Array.from({ length: qrModules * qrModules }, (_, at) =>
  (Math.floor(at / qrModules) + (at % qrModules)) % 2 === 0 ? 1 : 0,
);

/** Whether a module belongs to a finder, its border, the format or the timing, and not to the data. */
function isFunction(row: number, column: number): boolean {
  const corner = (row < 9 && column < 9) || (row < 9 && column > 12) || (row > 12 && column < 9);
  return corner || row === 6 || column === 6;
}

const functionModules = drawFunctionModules();

function drawFunctionModules(): Uint8Array {
  const modules = new Uint8Array(qrModules * qrModules);
  const set = (row: number, column: number, dark: boolean) => {
    modules[row * qrModules + column] = dark ? 1 : 0;
  };
  for (let at = 8; at <= 12; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [top, left] of [
    [0, 0],
    [0, 14],
    [14, 0],
  ] as const) {
    for (let row = 0; row < 7; row += 1) {
      for (let column = 0; column < 7; column += 1) {
        const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
        set(top + row, left + column, ring !== 2);
      }
    }
  }
  drawFormat(set);
  return modules;
}

/** The fifteen bits of the format, twice (figure 25), and the one module that is always dark. */
function drawFormat(set: (row: number, column: number, dark: boolean) => void): void {
  const around = [0, 1, 2, 3, 4, 5, 7, 8];
  for (let bit = 0; bit < 15; bit += 1) {
    const dark = ((formatBits >> bit) & 1) === 1;
    if (bit < 8) set(around[bit]!, 8, dark);
    else set(8, around[14 - bit]!, dark);
    if (bit < 8) set(8, qrModules - 1 - bit, dark);
    else set(qrModules - 15 + bit, 8, dark);
  }
  set(qrModules - 8, 8, true);
}

const placement = placeData();

/** Where the bits go: columns in pairs from the right, up and down in turn, around the timing column. */
function placeData(): number[] {
  const order: number[] = [];
  for (let right = qrModules - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right -= 1;
    for (let step = 0; step < qrModules; step += 1) {
      const row = up ? qrModules - 1 - step : step;
      for (const column of [right, right - 1])
        if (!isFunction(row, column)) order.push(row * qrModules + column);
    }
  }
  return order;
}
