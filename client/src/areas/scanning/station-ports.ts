import { call } from '../../api/call.ts';
import { isProblem, ProblemError, UnreachableError } from '../../api/problem.ts';
import { keptStation } from '../../app/device.ts';
import { makeScanId } from '../../scan/scan-id.ts';
import type { Scan } from '../../scan/session.ts';
import { Station, type StationPorts } from '../../scan/station.ts';

/** How long a reply may take (ms) before the scans are sent again, with the same ids. */
const patienceMs = 20_000;

class OtherPersonError extends Error {}

/** The way to the server for one person: another one who signs in meanwhile does not send what this one scanned. */
function portsFor(userId: string): StationPorts {
  let unsure = false;
  const checkPerson = async () => {
    const { user } = await call('get /session');
    if (user.id !== userId) throw new OtherPersonError();
    unsure = false;
  };
  return {
    send: async (scans) => {
      if (unsure) await checkPerson();
      const body = { station: keptStation() ?? '?', sentAt: new Date().toISOString(), scans };
      try {
        return (await inTime(call('post /scans', { body }))).results;
      } catch (error) {
        if (isProblem(error, 'not-signed-in')) unsure = true;
        throw error;
      }
    },
    whyFailed,
    now: () => new Date(),
    newId: makeScanId,
    kept: keptScans(userId),
  };
}

function whyFailed(error: unknown): ReturnType<StationPorts['whyFailed']> {
  if (error instanceof OtherPersonError) return { why: 'other-person', problem: null };
  if (!(error instanceof ProblemError)) return { why: 'unreachable', problem: null };
  const { code, status } = error.problem;
  if (code === 'not-signed-in') return { why: 'signed-out', problem: code };
  return { why: status >= 500 || status === 429 ? 'unavailable' : 'refused', problem: code };
}

function inTime<T>(asked: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new UnreachableError('No reply in time')), patienceMs);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

/** In this tab alone, and codes only: a page that is loaded anew goes on where it was. */
function keptScans(userId: string): StationPorts['kept'] {
  const key = `spoor.scans.${userId}`;
  return {
    read: () => {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? '[]') as Scan[];
      } catch {
        return [];
      }
    },
    write: (waiting) => {
      try {
        if (waiting.length === 0) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify([...waiting].reverse()));
      } catch {
        // No storage on this device: they last as long as the page.
      }
    },
  };
}

let open: { userId: string; station: Station } | undefined;

/** The station of this tab: the same one as long as the same person sits at it. */
export function stationOf(userId: string): Station {
  if (open?.userId !== userId) {
    open?.station.leave();
    open = { userId, station: new Station(portsFor(userId)) };
  }
  return open.station;
}
