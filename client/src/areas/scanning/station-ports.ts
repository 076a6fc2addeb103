import { call } from '../../api/call.ts';
import { isProblem, ProblemError, UnreachableError } from '../../api/problem.ts';
import { keptStation } from '../../app/device.ts';
import { keepAnswered, keepSession, readKept } from '../../scan/kept-session.ts';
import { makeScanId } from '../../scan/scan-id.ts';
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
    kept: { read: () => readKept(userId), write: (session) => keepSession(userId, session) },
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

let open: { userId: string; station: Station } | undefined;

/** The station of this tab: the same one as long as the same person sits at it. */
export function stationOf(userId: string): Station {
  if (open?.userId !== userId) {
    if (open) open.station.leave();
    else watchPage();
    open = { userId, station: new Station(portsFor(userId)) };
  }
  return open.station;
}

/** Whatever page of the product is on the screen: the scans of the station are still under way. */
function watchPage(): void {
  window.addEventListener('online', () => open?.station.retry());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') open?.station.retry();
    else keepOpen();
  });
  window.addEventListener('pagehide', keepOpen);
  // Before the page is closed on papers that are not booked.
  window.addEventListener('beforeunload', (event) => {
    if (open?.station.session().scans.some(({ result }) => result === null)) event.preventDefault();
  });
}

function keepOpen(): void {
  if (open) keepAnswered(open.userId, open.station.session());
}
