import type { DocumentView } from '../../../../shared/contracts/documents.ts';

/** A dossier in one sentence; pure, the day is an argument. */

export type Paper = Omit<DocumentView, 'customer'>;

/** What became of a paper, in the order in which the sentence names it. Each paper has exactly one. */
export const groups = [
  'answered',
  'expected',
  'overdue',
  'awaited',
  'undeliverable',
  'asks-nothing',
  'not-mailed',
  'void',
  'destroyed',
] as const;
export type Group = (typeof groups)[number];

/** What else has to be said of some: what is in doubt, and where those are that do not lie where one would look. */
export const whereGroups = ['waiting', 'unknown', 'lent', 'received'] as const;
export type WhereGroup = (typeof whereGroups)[number];
export type Shown = Group | WhereGroup;

/** `today`: the day of the calendar where the organisation is, `2027-03-09`. */
export function groupOf(paper: Paper, asksAnswer: boolean, today: string): Group {
  const { state } = paper.place;
  if (state === 'void' || state === 'destroyed') return state;
  if (paper.answeredAt !== null) return 'answered';
  if ((paper.status['undeliverable'] ?? 0) !== 0) return 'undeliverable';
  if (state === 'not-yet-mailed') return 'not-mailed';
  if (!asksAnswer) return 'asks-nothing';
  const { expectedBy } = paper.mailing;
  if (expectedBy === null) return 'awaited';
  return expectedBy < today ? 'overdue' : 'expected';
}

export interface SummedUp {
  total: number;
  parts: { group: Group; count: number; by?: string }[];
  where: { group: WhereGroup; count: number }[];
}

/** How many papers of each group, and by which day the first of the expected ones should be back. */
export function sumUp(
  papers: readonly Paper[],
  asksAnswer: (type: string) => boolean,
  today: string,
): SummedUp {
  const grouped = Map.groupBy(papers, (paper) => groupOf(paper, asksAnswer(paper.type.key), today));
  const parts = groups.flatMap((group) => {
    const members = grouped.get(group);
    if (!members) return [];
    const by =
      group === 'expected' ? members.map(({ mailing }) => mailing.expectedBy ?? '').sort()[0] : undefined;
    return [{ group, count: members.length, ...(by && { by }) }];
  });
  const where = whereGroups.flatMap((group) => {
    const count = papers.filter((paper) => isIn(group, paper)).length;
    return count === 0 ? [] : [{ group, count }];
  });
  return { total: papers.length, parts, where };
}

/** Those that a part of the sentence speaks of. */
export function papersOf(
  shown: Shown | null,
  papers: readonly Paper[],
  asksAnswer: (type: string) => boolean,
  today: string,
): readonly Paper[] {
  if (shown === null) return papers;
  if (isWhere(shown)) return papers.filter((paper) => isIn(shown, paper));
  return papers.filter((paper) => groupOf(paper, asksAnswer(paper.type.key), today) === shown);
}

function isIn(group: WhereGroup, { waiting, place }: Paper): boolean {
  return group === 'waiting' ? waiting.length > 0 : place.state === group;
}

export function isShown(text: string | null): text is Shown {
  return ([...groups, ...whereGroups] as (string | null)[]).includes(text);
}

function isWhere(shown: Shown): shown is WhereGroup {
  return (whereGroups as readonly string[]).includes(shown);
}

/** Whether all papers that lie somewhere lie in the same site, which then need not be said each time. */
export function inOneSite(papers: readonly Pick<Paper, 'place'>[]): boolean {
  const sites = papers.flatMap(({ place }) => place.path[0]?.code ?? []);
  return new Set(sites).size === 1;
}
