import { documents } from '../../shared/contracts/documents.ts';
import { mailings } from '../../shared/contracts/mailings.ts';
import { addDays, type Day, momentOf } from './calendar.ts';
import type { MadeCustomer } from './customers.ts';
import type { Entry, Office, Paper } from './office.ts';

/** What the office sends: when, to whom, and what is expected back. Days by their place among its working days. */
export interface MadeMailing {
  key: string;
  name: string;
  documentType: 'letter' | 'coupon' | 'contract';
  to: (customer: MadeCustomer, index: number) => boolean;
  issued: number;
  /** Null: still lies in the print room. */
  mailed: number | null;
  /** Days after the mailing. */
  expectedIn?: number;
}

const isHousehold = ({ business }: MadeCustomer) => !business;

export function makeMailings(year: number): MadeMailing[] {
  return [
    {
      key: 'direct-debit',
      name: `Direct debit ${year}`,
      documentType: 'coupon',
      to: () => true,
      issued: 1,
      mailed: 2,
      expectedIn: 35,
    },
    {
      key: 'supply',
      name: 'Supply contracts, business',
      documentType: 'contract',
      to: ({ business }, index) => business || index % 12 === 5,
      issued: 5,
      mailed: 6,
      expectedIn: 30,
    },
    {
      key: 'tariffs',
      name: `Tariffs ${year}`,
      documentType: 'letter',
      to: () => true,
      issued: 10,
      mailed: 11,
    },
    {
      key: 'leak-check',
      name: 'Free leak check',
      documentType: 'coupon',
      to: (customer, index) => isHousehold(customer) && index % 4 !== 1,
      issued: 21,
      mailed: 22,
      expectedIn: 42,
    },
    {
      key: 'meter',
      name: 'Meter exchange, Oudewaal',
      documentType: 'letter',
      to: ({ city }) => city === 'Oudewaal',
      issued: 38,
      mailed: null,
    },
  ];
}

/**
 * Who gets a paper, in the order of run numbers: the product leaves out who must not be mailed. `marked`: the day on
 * which the post has shown that of somebody, by his reference.
 */
export function recipientsOf(
  mailing: MadeMailing,
  made: readonly MadeCustomer[],
  marked: ReadonlyMap<string, number>,
): MadeCustomer[] {
  return made.filter(
    (customer, index) =>
      mailing.to(customer, index) &&
      customer.doNotMail === '' &&
      (marked.get(customer.ref) ?? Number.POSITIVE_INFINITY) > mailing.issued,
  );
}

export function sendMailings(
  days: readonly Day[],
  made: readonly MadeCustomer[],
  sent: readonly MadeMailing[],
): Entry[] {
  const on = (index: number, time: string) => momentOf(days[index] ?? '', time);
  return sent.flatMap((mailing): Entry[] => {
    const refs = made.filter(mailing.to).map(({ ref }) => ref);
    const { key, issued, mailed, expectedIn } = mailing;
    const expectedBy = expectedIn === undefined ? null : addDays(days[mailed ?? issued] ?? '', expectedIn);
    const issue = (office: Office) => issueMailing(office, mailing, refs, expectedBy);
    if (mailed === null) return [{ at: on(issued, '13:40'), act: issue }];
    return [
      { at: on(issued, '13:40'), act: issue },
      { at: on(mailed, '15:30'), act: (office) => markMailed(office, key) },
    ];
  });
}

async function issueMailing(
  office: Office,
  { key, name, documentType }: Pick<MadeMailing, 'key' | 'name' | 'documentType'>,
  refs: string[],
  expectedBy: string | null,
): Promise<void> {
  const ruben = office.person('ruben');
  const body = { name, documentType, customers: { refs }, expectedBy };
  const issued = await ruben.call(mailings.issue, { body });
  if (!('id' in issued)) throw new Error('a dry run that was not asked for');
  office.mailings.set(key, issued.id);
  const papers: Paper[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = { limit: '200', ...(cursor !== '' && { cursor }) };
    const page: { items: Paper[]; nextCursor: string | null } = await ruben.call(mailings.listDocuments, {
      params: { id: issued.id },
      query,
    });
    papers.push(...page.items);
    cursor = page.nextCursor;
  }
  office.notePapers(key, papers);
}

async function markMailed(office: Office, key: string): Promise<void> {
  const body = { at: office.clock.now().toISOString() };
  await office
    .person('ruben')
    .call(mailings.markMailed, { params: { id: office.mailings.get(key) ?? '' }, body });
}

/** A mailing with a wrong date in it is cancelled before it leaves; two papers of another are taken out. */
export function cancelSome(days: readonly Day[], made: readonly MadeCustomer[], year: number): Entry[] {
  const on = (index: number, time: string) => momentOf(days[index] ?? '', time);
  const wrong = { key: 'wrong', name: `Tariffs ${year}, wrong date`, documentType: 'letter' as const };
  const refs = made.slice(0, 40).map(({ ref }) => ref);
  const cancel = (run: number) => (office: Office) =>
    office.person('ruben').call(documents.cancel, { params: { code: office.paper('meter', run).code } });
  return [
    { at: on(9, '10:10'), act: (office) => issueMailing(office, wrong, refs, null) },
    {
      at: on(9, '11:25'),
      act: (office) =>
        office.person('ruben').call(mailings.cancel, { params: { id: office.mailings.get('wrong') ?? '' } }),
    },
    { at: on(39, '10:35'), act: cancel(4) },
    { at: on(39, '10:36'), act: cancel(9) },
    {
      at: on(32, '16:20'),
      act: (office) =>
        office.person('ruben').call(mailings.close, { params: { id: office.mailings.get('tariffs') ?? '' } }),
    },
  ];
}

/** Single letters to customers who had written something on their coupon. */
export function sendLetters(days: readonly Day[], made: readonly MadeCustomer[]): Entry[] {
  const letters: [day: number, customer: number, name: string][] = [
    [13, 8, 'Answer to your question'],
    [19, 42, 'Your instalment'],
    [25, 97, 'Answer to your question'],
    [31, 12, 'Your new address'],
    [37, 55, 'Answer to your question'],
  ];
  return letters.flatMap(([day, customer, name], index): Entry[] => {
    const key = `letter-${index}`;
    const refs = [made[customer]?.ref ?? ''];
    const at = momentOf(days[day] ?? '', '14:30');
    const letter = { key, name, documentType: 'letter' as const };
    return [
      { at, act: (office) => issueMailing(office, letter, refs, null) },
      { at: new Date(at.getTime() + 90 * 60_000), act: (office) => markMailed(office, key) },
    ];
  });
}
