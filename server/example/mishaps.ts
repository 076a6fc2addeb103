import { documents } from '../../shared/contracts/documents.ts';
import { scanning } from '../../shared/contracts/scanning.ts';
import { type Day, momentOf } from './calendar.ts';
import type { ColleagueKey } from './colleagues.ts';
import type { Entry, Office } from './office.ts';
import type { Returned } from './post.ts';

type On = (index: number, time: string, seconds?: number) => Date;

/** Days on which a second paper of somebody says something else; who decides follows some days after. */
const contradictedOn = [11, 14, 18, 23, 27, 36, 37, 37, 38, 39];

const otherMoment: Record<string, string> = {
  'answered-yes': 'answered-no',
  'answered-no': 'answered-yes',
  'answered-unclear': 'answered-yes',
  signed: 'declined',
  'undeliverable-moved': 'answered-yes',
  'undeliverable-unknown': 'answered-no',
};

const wanted = ['answered', 'answered', 'signed', 'undeliverable'] as const;

function fits({ key, moment }: Returned, want: string | undefined): boolean {
  const isCoupon = key === 'direct-debit' || key === 'leak-check';
  return moment in otherMoment && moment.startsWith(want ?? '') && (isCoupon || moment === 'signed');
}

/** Papers that come twice, with another answer: they wait for a person. Tray 3 holds them. */
export function contradict(days: readonly Day[], returned: readonly Returned[]): Entry[] {
  const on = onDays(days);
  const taken = new Set<Returned>();
  const latestFirst = returned.toSorted((a, b) => b.day - a.day);
  return contradictedOn.map((day, index) => {
    const found = latestFirst.find(
      (paper) => paper.day <= day - 2 && !taken.has(paper) && fits(paper, wanted[index % wanted.length]),
    );
    if (!found) throw new Error(`The example office has no paper to contradict on day ${day}`);
    taken.add(found);
    const held = (office: Office) => ({
      code: office.paper(found.key, found.run).code,
      moment: otherMoment[found.moment] ?? '',
      place: 'Tray 3',
    });
    return { at: on(day, '10:50', index * 45), act: (office: Office) => office.scan('marit', held(office)) };
  });
}

/** The longest waiting of those that are open is decided. */
export function settleSome(days: readonly Day[]): Entry[] {
  const on = onDays(days);
  const settled: [number, ColleagueKey, 'present' | 'scanned' | 'dismissed', string][] = [
    [13, 'ruben', 'scanned', 'Asked by telephone: the second coupon is the one that counts'],
    [17, 'omer', 'present', 'The copy was filled in by somebody else in the house'],
    [20, 'ruben', 'present', 'Signed contract is in the folder; the second paper is an old form'],
    [26, 'omer', 'dismissed', 'Scanned with the wrong answer set at the desk'],
    [33, 'ruben', 'present', 'The customer confirmed the first answer'],
  ];
  return settled.map(([day, who, decision, reason]) => ({
    at: on(day, '14:05'),
    act: async (office) => {
      const { items } = await office.person(who).call(scanning.listExceptions);
      const [first] = items;
      if (first)
        await office
          .person(who)
          .call(scanning.settle, { params: { id: first.id }, body: { decision, reason } });
    },
  }));
}

/** What a scanner meets in a real post room: other people's barcodes, torn labels, a command held up as a paper. */
export function misreads(days: readonly Day[]): Entry[] {
  const on = onDays(days);
  const scan = (day: number, time: string, held: (office: Office) => Promise<Held> | Held): Entry => ({
    at: on(day, time),
    act: async (office) => office.scan('marit', await held(office)),
  });
  return [
    scan(8, '10:12', () => ({ code: '8718452069125', moment: 'answered-yes' })),
    scan(12, '10:20', (office) => ({
      code: torn(office.paper('direct-debit', 71).code),
      moment: 'answered-no',
    })),
    scan(15, '10:41', async (office) => ({ code: await office.commandCode('UNDO') })),
    // A proof that the printer had kept of the mailing that was cancelled.
    scan(16, '10:44', (office) => ({ code: office.paper('wrong', 3).code, moment: 'undeliverable' })),
    scan(24, '10:31', (office) => ({ code: office.paper('direct-debit', 18).code, moment: 'signed' })),
    scan(30, '10:08', () => ({ code: '5410041040807', moment: 'answered-yes' })),
    scan(37, '10:55', (office) => ({ code: office.codeOf('Rack 2'), place: 'Rack 3 Shelf C' })),
    scan(38, '10:58', (office) => ({
      code: torn(office.paper('leak-check', 20).code),
      moment: 'answered-yes',
    })),
    scan(39, '11:02', () => ({ code: '3057640257773', moment: 'answered-yes' })),
  ];
}

interface Held {
  code: string;
  moment?: string;
  place?: string;
}

/** Read with a digit wrong: the check digits tell. */
function torn(code: string): string {
  return `${code.slice(0, 5)}${(Number(code[5]) + 1) % 10}${code.slice(6)}`;
}

/** The wrong answer was set, and taken back at once; a paper that is missing; papers that were only looked at. */
export function secondThoughts(days: readonly Day[], returned: readonly Returned[]): Entry[] {
  const on = onDays(days);
  const answered = returned.filter(({ key, moment }) => key === 'direct-debit' && moment === 'answered-yes');
  const [early, late] = [answered.find(({ day }) => day <= 20), answered.findLast(({ day }) => day <= 30)];
  // A coupon that nobody has sent back yet, though one is held in the hand.
  const out = Array.from({ length: 40 }, (_, index) => index + 1).filter(
    (run) => !returned.some((paper) => paper.key === 'direct-debit' && paper.run === run),
  );
  return [
    ...[out[0], out[1]].map(
      (run, index): Entry => ({
        at: on(index === 0 ? 10 : 38, '11:10'),
        act: async (office) => {
          const { code } = office.paper('direct-debit', run ?? 1);
          const wrong = await office.scan('marit', { code, moment: 'answered-no', place: 'Box 213' });
          office.clock.pass(7);
          await office.scan('marit', { code, undoes: wrong.id });
          office.clock.pass(9);
          await office.scan('marit', { code, moment: 'answered-yes', place: 'Box 213' });
        },
      }),
    ),
    {
      at: on(34, '15:10'),
      act: (office) =>
        office.person('omer').call(documents.reportMissing, {
          params: { code: office.paper('direct-debit', early?.run ?? 1).code },
        }),
    },
    {
      at: on(35, '15:20'),
      act: (office) => office.scan('omer', { code: office.paper('direct-debit', late?.run ?? 1).code }),
    },
  ];
}

function onDays(days: readonly Day[]): On {
  return (index, time, seconds = 0) => momentOf(days[index] ?? '', time, seconds);
}
