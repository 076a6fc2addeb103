import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { documentTypesQuery } from '../../../api/papers.ts';
import { calendarDay } from '../../../app/dates.ts';
import { useOrganisation } from '../../../app/session.ts';
import { groupOf, isShown, type Paper, papersOf, type Shown } from '../sum-up.ts';
import { useWide } from './use-wide.ts';

/** Nothing is opened: on a phone somebody has closed the row. */
const none = 'none';

export type ChosenPaper = ReturnType<typeof useChosenPaper>;

/** Which papers are shown and which one is open, as the address says it. */
export function useChosenPaper(papers: readonly Paper[]) {
  const { i18n } = useTranslation();
  const { timeZone } = useOrganisation();
  const [search, setSearch] = useSearchParams();
  const wide = useWide();
  const types = useQuery(documentTypesQuery(i18n.language));
  const today = calendarDay(new Date(), timeZone);
  // Until the types have come, a day by which an answer is expected says that one is.
  const asksAnswer = (key: string) =>
    types.data?.items.find((type) => type.key === key)?.answerable ??
    papers.some(({ type, mailing }) => type.key === key && mailing.expectedBy !== null);

  const wanted = search.get('show');
  const shown: Shown | null = isShown(wanted) ? wanted : null;
  const visible = papersOf(shown, papers, asksAnswer, today);
  const code = search.get('paper');
  const chosen =
    visible.find((paper) => paper.code === code) ?? (code === none && !wide ? undefined : visible[0]);
  const linkTo = (group: Shown | null) => (group === null ? '?' : `?show=${group}`);
  const choose = (paper: Paper) => {
    const next = new URLSearchParams(search);
    next.set('paper', !wide && paper.code === chosen?.code ? none : paper.code);
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  return {
    wide,
    today,
    asksAnswer,
    shown,
    visible,
    chosen,
    linkTo,
    choose,
    groupOf: (paper: Paper) => groupOf(paper, asksAnswer(paper.type.key), today),
  };
}
