import { hash } from 'node:crypto';
import { type Code, codeKind } from '../../shared/codes/code.ts';
import { parseCode } from '../../shared/codes/parse-code.ts';
import type { SentScan } from '../../shared/contracts/scanning.ts';
import type { Commands } from '../processes/processes.service.ts';
import { correctTime, isTooOld } from './scan.rules.ts';
import type { Outcome, Scan } from './scan.ts';

/** A scan that has been recognised, or what came of it already. */
export type Taken = { scan: Scan } | { turnedDown: TurnedDown };

/** A scan that asks nothing of any paper or place. */
export interface TurnedDown {
  id: string;
  /** Null: it was not twelve digits. */
  code: string | null;
  outcome: Outcome;
  happenedAt: Date;
  stationId: number;
  byUser: string;
}

export interface Sender {
  byUser: string;
  stationId: number;
  sentAt: Date;
  receivedAt: Date;
}

/** Recognises what can be recognised without looking at a paper. */
export function takeScan(sent: SentScan, sender: Sender, commands: Commands): Taken {
  const { byUser, stationId, sentAt, receivedAt } = sender;
  const statedAt = new Date(sent.at);
  const happenedAt = correctTime(statedAt.getTime(), sentAt.getTime(), receivedAt.getTime());
  const turnDown = (code: string | null, outcome: Outcome): Taken => ({
    turnedDown: { id: sent.id, code, outcome, happenedAt, stationId, byUser },
  });
  const parsed = parseCode(sent.code);
  if (!parsed.ok) return turnDown(twelveDigits(sent.code), { outcome: 'unknown', problem: 'code-wrong' });
  const { code } = parsed;
  if (codeKind(code) === 'command') return turnDown(code, { outcome: 'refused', problem: 'command-code' });
  const id = sent.id.toLowerCase();
  const moment = takeMoment(sent.moment, commands);
  const place = takePlace(sent.place);
  const undoes = sent.undoes?.toLowerCase();
  const contents = contentsOf([
    moment?.name ?? sent.moment,
    place ?? sent.place,
    undoes,
    String(statedAt.getTime()),
  ]);
  const tooOld = isTooOld(happenedAt, receivedAt);
  return {
    scan: { id, code, moment, place, undoes, statedAt, happenedAt, tooOld, contents, byUser, stationId },
  };
}

function twelveDigits(text: string): string | null {
  const digits = text.replaceAll(/\s/g, '');
  return /^[0-9]{12}$/.test(digits) ? digits : null;
}

/** Null: no process has ever had such a moment. */
function takeMoment(text: string | undefined, { codeOf, momentOf }: Commands): Scan['moment'] {
  if (text === undefined) return undefined;
  const named = codeOf.get(text);
  if (named !== undefined) return { name: text, code: named };
  const parsed = parseCode(text);
  const name = parsed.ok ? momentOf.get(parsed.code) : undefined;
  return parsed.ok && name !== undefined ? { name, code: parsed.code } : null;
}

/** Null: not the code of a place. */
function takePlace(text: string | undefined): Code | null | undefined {
  if (text === undefined) return undefined;
  const parsed = parseCode(text);
  return parsed.ok && ['container', 'location'].includes(codeKind(parsed.code)) ? parsed.code : null;
}

/** 64 bits are plenty: it only tells a scan from another one that came with the same id by mistake. */
function contentsOf(parts: readonly (string | undefined)[]): bigint {
  return hash('sha256', JSON.stringify(parts), 'buffer').readBigInt64BE();
}
