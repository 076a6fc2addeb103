import { customers } from '../../shared/contracts/customers.ts';
import { type Day, momentOf } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { ColleagueKey } from './colleagues.ts';
import type { Entry, Office } from './office.ts';

/** What may come of a paper that was mailed, with how often in a thousand; what is missing stays out. */
interface Expectation {
  key: string;
  /** The working day on which it was mailed. */
  mailed: number;
  papers: number;
  comes: readonly (readonly [moment: string, inThousand: number])[];
  /** Working days that an answer takes beyond the first three, on average. */
  slowness: number;
  remarks: number;
}

/** A paper that comes back, on one of the working days. */
export interface Returned {
  key: string;
  run: number;
  day: number;
  moment: string;
  remark: boolean;
}

const undeliverable = [
  ['undeliverable-moved', 24],
  ['undeliverable-unknown', 16],
  ['undeliverable-incomplete', 8],
  ['undeliverable-refused', 6],
  ['undeliverable-deceased', 6],
  ['undeliverable', 6],
] as const;

export const expectations: Record<string, Omit<Expectation, 'key' | 'mailed' | 'papers'>> = {
  'direct-debit': {
    comes: [['answered-yes', 400], ['answered-no', 170], ['answered-unclear', 40], ...undeliverable],
    slowness: 9,
    remarks: 14,
  },
  'leak-check': {
    comes: [['answered-yes', 380], ['answered-no', 240], ['answered-unclear', 30], ...undeliverable],
    slowness: 8,
    remarks: 16,
  },
  supply: {
    comes: [['signed', 640], ['declined', 80], ['signed-incomplete', 80], ...undeliverable],
    slowness: 7,
    remarks: 12,
  },
  tariffs: { comes: [...undeliverable, ['remark', 14]], slowness: 4, remarks: 0 },
};

/** What comes back of a mailing, and when. The days after the last one are still to come. */
export function drawReturns(chance: Chance, { key, mailed, papers, comes, slowness, remarks }: Expectation) {
  return Array.from({ length: papers }, (_, index): Returned | undefined => {
    const patience = -Math.log(1 - chance.below(1_000) / 1_000) * slowness;
    const remark = remarks > 0 && chance.oneIn(remarks);
    const moment = pickMoment(comes, chance.below(1_000));
    if (moment === undefined) return undefined;
    const isAnswer = !moment.startsWith('undeliverable');
    // The post brings back unread what it could not deliver within some days.
    const day = mailed + 3 + Math.floor(isAnswer ? patience : patience / 2);
    return { key, run: index + 1, day, moment, remark: remark && isAnswer };
  }).filter((returned) => returned !== undefined);
}

/** Undefined: nothing comes of it. */
function pickMoment(comes: Expectation['comes'], inThousand: number): string | undefined {
  let below = 0;
  for (const [moment, share] of comes) {
    below += share;
    if (inThousand < below) return moment;
  }
  return undefined;
}

/** Boxes that stand in the post room for the answers of each mailing, one after another. */
const boxes: Record<string, string[]> = {
  'direct-debit': ['Box 211', 'Box 212', 'Box 213'],
  'leak-check': ['Box 214', 'Box 215'],
};

/** The post of every day: opened from half past nine, one scan a paper, by two clerks at their desks. */
export function openPost(
  chance: Chance,
  days: readonly Day[],
  returned: readonly Returned[],
  isFirstHalf: (run: number) => boolean,
): Entry[] {
  const filing = new Map(Object.entries(boxes).map(([key, names]) => [key, [...names]]));
  return days.flatMap((day, index) => {
    const seconds = { marit: chance.below(400), joost: chance.below(400) };
    const today = returned.filter((paper) => paper.day === index);
    return today.map((paper): Entry => {
      const who = paper.key === 'tariffs' || paper.key === 'supply' ? 'joost' : 'marit';
      seconds[who] += 9 + chance.below(18) + (paper.remark ? 20 : 0);
      // What came in last lies on the table and is put away tomorrow.
      const putAway = index < days.length - 2 || !chance.oneIn(4);
      return {
        at: momentOf(day, '09:30', seconds[who]),
        act: (office) =>
          bookReturned(office, who, paper, putAway ? placesFor(paper, filing, isFirstHalf) : []),
      };
    });
  });
}

function placesFor(
  { key, run, moment, remark }: Returned,
  filing: ReadonlyMap<string, string[]>,
  isFirstHalf: (run: number) => boolean,
): string[] {
  if (moment.startsWith('undeliverable')) return ['Tray 1'];
  if (remark || moment === 'remark' || moment === 'answered-unclear') return ['Tray 2'];
  return key === 'supply' ? [isFirstHalf(run) ? 'Contracts A–K' : 'Contracts L–Z'] : (filing.get(key) ?? []);
}

/** Where the box is full, the answer is booked and the paper goes into the next one. */
async function bookReturned(
  office: Office,
  who: ColleagueKey,
  paper: Returned,
  places: string[],
): Promise<void> {
  const { code, customer } = office.paper(paper.key, paper.run);
  const [place] = places;
  const scanned = await office.scan(who, {
    code,
    moment: paper.moment,
    ...(place !== undefined && { place }),
  });
  if (scanned.place?.problem?.code === 'place-full') {
    places.shift();
    office.clock.pass(6);
    await office.scan(who, { code, ...(places[0] !== undefined && { place: places[0] }) });
  }
  if (paper.remark) {
    office.clock.pass(8);
    await office.scan(who, { code, moment: 'remark' });
  }
  const doNotMail = noMoreMail[paper.moment];
  if (doNotMail === undefined) return;
  office.clock.pass(5);
  await office.person('ruben').call(customers.change, { params: { id: customer.id }, body: { doNotMail } });
}

/** What the post brings back tells who must not be mailed any more. */
export const noMoreMail: Record<string, 'deceased' | 'bad-address'> = {
  'undeliverable-deceased': 'deceased',
  'undeliverable-unknown': 'bad-address',
};
