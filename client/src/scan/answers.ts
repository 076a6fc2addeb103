import type { Code } from '../../../shared/codes/code.ts';
import type { ScanOutcome, ScanResult } from '../../../shared/contracts/scanning.ts';
import type { Scan, Session, Sound } from './session.ts';

/** What the server's reply does to the session. */

/** The most scans that are remembered on the screen; older ones are in the papers' histories. */
const mostRemembered = 2_000;

const soundOfOutcome: Record<Exclude<ScanOutcome, 'partly'>, Sound> = {
  booked: 'booked',
  'already-booked': 'already',
  exception: 'exception',
  refused: 'refused',
  unknown: 'unknown',
  seen: 'seen',
};

/** The worst last: of several the worst is heard. */
const order: readonly Sound[] = [
  'click',
  'seen',
  'booked',
  'already',
  'exception',
  'refused',
  'unknown',
  'stop',
];

/** What a reply sounds like; of two halves, the worse. */
export function soundOf({ outcome, moment, place }: ScanResult): Sound {
  if (outcome !== 'partly') return soundOfOutcome[outcome];
  return worst(
    [moment, place].flatMap((half) => (half ? [soundOfOutcome[half.outcome]] : [])),
    'refused',
  );
}

function worst(sounds: readonly Sound[], otherwise: Sound): Sound {
  return sounds.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0] ?? otherwise;
}

/** Files the results with the scans they answer; one that nothing waits for any more is no news. */
export function answered(state: Session, results: readonly { code: Code; result: ScanResult }[]): Session {
  const byKey = new Map(results.map(({ code, result }) => [keyOf(code, result.id), result]));
  const news: Scan[] = [];
  const filed = state.scans.map((scan) => {
    const result = scan.result === null ? byKey.get(keyOf(scan.code, scan.id)) : undefined;
    if (!result) return scan;
    const answeredScan = { ...scan, result };
    news.push(answeredScan);
    return answeredScan;
  });
  if (news.length === 0) return { ...state, stop: null };
  const scans = markTakenBack(filed, news).slice(0, mostRemembered);
  return {
    ...state,
    stop: null,
    scans,
    panel: panelAfter(state, news),
    signal: { n: state.signal.n + 1, sound: worst(news.map(soundOfNews), 'click') },
  };
}

/** An undo that went through (or had gone through before) leaves its mark; one that did not, takes it away. */
function markTakenBack(scans: readonly Scan[], news: readonly Scan[]): Scan[] {
  const decided = new Map<string, Scan['takenBack']>();
  for (const { undoes, result } of news) {
    if (undoes === null || !result) continue;
    const done = result.outcome === 'booked' || result.outcome === 'already-booked';
    decided.set(undoes, done ? 'yes' : 'no');
  }
  return scans.map((scan) => {
    const takenBack = decided.get(scan.id);
    return takenBack ? { ...scan, takenBack } : scan;
  });
}

/**
 * `news` is newest first. What needs a hand stays in sight where several answers come together; a paper that is
 * being asked about stays in front.
 */
function panelAfter(state: Session, news: readonly Scan[]): Session['panel'] {
  if (state.asking || state.panel.is === 'done') return state.panel;
  const attention = news.find((scan) => ['exception', 'refused', 'unknown'].includes(soundOfNews(scan)));
  const shown = attention ?? news[0];
  // What the clerk has done since (another box, another moment) is what he looks at; bad news come first anyhow.
  const interrupted = state.panel.is !== 'scan' && state.panel.is !== 'ready';
  return shown && (attention || !interrupted) ? { is: 'scan', id: shown.id } : state.panel;
}

function soundOfNews({ result }: Scan): Sound {
  return result ? soundOf(result) : 'click';
}

function keyOf(code: Code, id: string): string {
  return `${code} ${id.toLowerCase()}`;
}
