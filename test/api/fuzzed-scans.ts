import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Chance } from '../../server/example/chance.ts';

/** A body with its headers; most are no scans. */
export interface FuzzedRequest {
  body: Buffer;
  headers: Record<string, string>;
}

const texts = [
  '',
  ' ',
  '\0',
  'null',
  '\ud800',
  '\udfff\ud800',
  '🥕'.repeat(60),
  'x'.repeat(101),
  'x'.repeat(5_000),
  "'; drop table events; --",
  '{}',
  '%s%n',
  '\u202e\u200b\ufeff',
  'İ',
  '１２３４５６７８９０１２',
  '１２３4 5678-9012',
  '000000000000',
  '999999999999999999999999',
  '-1',
  '1e11',
  '0x10',
  '__proto__',
  'constructor',
  'answered-yes',
  'ANSWERED-YES',
  'mailed',
  'toString',
  '2027-03-09T10:00:00Z',
  '2027-03-09T10:00:00+24:00',
  '2027-03-09T24:00:00Z',
  '2027-02-29T10:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '+275760-09-13T00:00:00.001Z',
  '0199a0e0-0000-7000-8000-000000000000',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '{0199a0e0-0000-7000-8000-000000000000}',
];
const numbers = [0, -1, 1.5, 1e300, -1e-300, 2 ** 53, 2 ** 63, 123_456_789_012];
const names = [
  'station',
  'sentAt',
  'scans',
  'id',
  'code',
  'moment',
  'place',
  'at',
  'undoes',
  '__proto__',
  'constructor',
  'length',
  '0',
  '',
];
/** JSON that no `JSON.stringify` writes. */
const oddities = [
  '1e999',
  '-0',
  '00',
  '.5',
  'NaN',
  'Infinity',
  'undefined',
  "'x'",
  '"\\ud800"',
  '"\\u0000"',
  '"\t"',
  '[1,]',
  '{"a":1,"a":2}',
  '{"__proto__":{"x":1}}',
  '\ufeff{}',
  '/* */ {}',
  '1234567890123456789012345678901234567890',
];

function anyValue(chance: Chance, words: readonly string[], depth = 0): unknown {
  switch (chance.below(depth > 3 ? 4 : 6)) {
    case 0:
      return chance.pick(texts);
    case 1:
      return chance.pick(words);
    case 2:
      return chance.pick(numbers);
    case 3:
      return chance.pick([true, false, null]);
    case 4:
      return Array.from({ length: chance.below(4) }, () => anyValue(chance, words, depth + 1));
    default:
      return anyObject(chance, words, depth + 1);
  }
}

function anyObject(chance: Chance, words: readonly string[], depth: number): object {
  const pairs = Array.from({ length: chance.below(6) }, () => [
    chance.pick(names),
    anyValue(chance, words, depth),
  ]);
  return Object.fromEntries(pairs);
}

/** A request as it should be, but for papers that are scanned at random. */
function soundRequest(chance: Chance, words: readonly string[]) {
  const at = '2027-03-09T09:59:00Z';
  const scans: Record<string, unknown>[] = Array.from({ length: 1 + chance.below(4) }, () => ({
    id: randomUUID(),
    code: chance.pick(words),
    ...(chance.oneIn(2) ? { moment: chance.pick(texts).slice(0, 200) } : {}),
    ...(chance.oneIn(2) ? { place: chance.pick(words) } : {}),
    at,
  }));
  return { station: 'Fuzz', sentAt: '2027-03-09T10:00:00Z', scans } as Record<string, unknown> & {
    scans: typeof scans;
  };
}

/** One field of the request or of a scan is something else, is missing, or is there too much. */
function damaged(chance: Chance, words: readonly string[]): object {
  const request = soundRequest(chance, words);
  const target = chance.oneIn(3) ? request : chance.pick(request.scans);
  for (let times = 1 + chance.below(2); times > 0; times -= 1) {
    const name = chance.oneIn(4) ? chance.pick(names) : chance.pick(Object.keys(target));
    if (chance.oneIn(4)) delete target[name];
    else {
      const value = anyValue(chance, words);
      Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
    }
  }
  return request;
}

/** Bytes or characters changed, cut off, or doubled. */
function mangled(chance: Chance, text: string): Buffer {
  const bytes = Buffer.from(text);
  const at = chance.below(bytes.length + 1);
  switch (chance.below(5)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([chance.below(256)]), bytes.subarray(at)]);
    case 2:
      bytes[Math.min(at, bytes.length - 1)] = chance.below(256);
      return bytes;
    case 3:
      return Buffer.from(text.slice(0, at) + chance.pick(oddities) + text.slice(at));
    default:
      return Buffer.concat([bytes, bytes]);
  }
}

function deep(chance: Chance): string {
  const depth = 10 ** (1 + chance.below(5));
  const [open, close] = chance.pick([
    ['[', ']'],
    ['{"scans":', '}'],
    ['{"scans":[', ']}'],
  ]) as [string, string];
  const levels = Math.min(depth, Math.floor(900_000 / (open.length + close.length)));
  return open.repeat(levels) + (chance.oneIn(2) ? '1' : '') + (chance.oneIn(3) ? '' : close.repeat(levels));
}

function anyText(chance: Chance, words: readonly string[]): Buffer {
  const way = chance.below(1_000);
  if (way < 3) return Buffer.from(deep(chance));
  if (way < 5) return Buffer.alloc(1024 * 1024 + 1 + chance.below(2_000), 'x');
  if (way < 7) {
    const scans = Array.from({ length: 490 + chance.below(30) }, () => ({
      id: randomUUID(),
      code: 'x',
      at: 'x',
    }));
    return Buffer.from(JSON.stringify({ ...soundRequest(chance, words), scans }));
  }
  if (way < 600) return Buffer.from(JSON.stringify(damaged(chance, words)));
  if (way < 700) return Buffer.from(JSON.stringify(anyValue(chance, words)) ?? '');
  if (way < 740) return Buffer.from(chance.pick(oddities));
  if (way < 760) return Buffer.from(Array.from({ length: chance.below(200) }, () => chance.below(256)));
  if (way < 800) return Buffer.from(JSON.stringify(soundRequest(chance, words)));
  return mangled(chance, JSON.stringify(soundRequest(chance, words)));
}

const types = [
  'application/json; charset=utf-8',
  'application/json; charset=utf-16',
  'application/json; charset="',
  'application/json;;;',
  'text/plain',
  'multipart/form-data',
  'x',
  '',
];

/** Drawn from chance alone: the same seed gives the same requests but for the ids of sound scans. */
export function fuzzScans(chance: Chance, words: readonly string[]): FuzzedRequest {
  const body = anyText(chance, words);
  const headers: Record<string, string> = {
    'content-type': chance.oneIn(15) ? chance.pick(types) : 'application/json',
  };
  const packed = chance.below(40);
  if (packed === 0) return { body: gzipSync(body), headers: { ...headers, 'content-encoding': 'gzip' } };
  if (packed === 1) headers['content-encoding'] = chance.pick(['gzip', 'br', 'deflate', 'x', 'identity']);
  return { body, headers };
}
