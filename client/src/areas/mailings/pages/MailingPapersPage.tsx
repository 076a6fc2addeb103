import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { MailingDetailView } from '../../../../../shared/contracts/mailings.ts';
import { Listed } from '../../../app/Listed.tsx';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { OnRecord } from '../../../parts/OnRecord.tsx';
import { Empty } from '../../../ui/Notice.tsx';
import { mailingQuery, papersQuery } from '../api.ts';
import { PaperTable } from '../components/PaperTable.tsx';
import { SaveButton } from '../components/SaveButton.tsx';
import { notYetMailed, unanswered } from '../figures.ts';
import { filterOf, type PaperFilter, searchOf } from '../paper-filter.ts';
import { fileName } from '../save-file.ts';

/** The papers behind a number. */
export default function MailingPapersPage() {
  const { t } = useTranslation(['mailings', 'common']);
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const filter = filterOf(search);
  const mailing = useQuery(mailingQuery(id));
  const papers = useInfiniteQuery(papersQuery(id, filter));
  const what = useFilterText(filter, mailing.data);
  const name = mailing.data?.name;
  const count = mailing.data && countOf(filter, mailing.data);
  return (
    <Page
      title={name ? t('mailings:papers.title', { name }) : t('common:page.mailingPapers')}
      above={{ path: paths.mailing(id), title: name ?? t('common:page.mailing') }}
      lead={
        <>
          {count === undefined ? what : t('mailings:papers.count', { what, count })}{' '}
          {searchOf(filter) && mailing.data && (
            <Link to={paths.mailingPapers(id)}>
              {t('mailings:papers.showAll', { amount: mailing.data.figures.issued })}
            </Link>
          )}
        </>
      }
      actions={
        <SaveButton
          path="/mailings/{id}/documents.csv"
          id={id}
          query={{ ...filter }}
          name={fileName(name ?? '', searchOf(filter) ? what : '')}
        >
          {t('mailings:papers.save')}
        </SaveButton>
      }
    >
      <Listed
        list={papers}
        empty={<Empty title={t('mailings:papers.none')}>{t('mailings:papers.noneText')}</Empty>}
      >
        {(rows) => <PaperTable papers={rows} />}
      </Listed>
      {papers.data && <OnRecord />}
    </Page>
  );
}

/** "Answered", "Answer: Yes" */
function useFilterText(filter: PaperFilter, mailing: MailingDetailView | undefined): string {
  const { t } = useTranslation('mailings');
  const { only, variable, value } = filter;
  const words: string[] = only ? [t(`papers.only.${only}`)] : [];
  if (variable !== undefined) {
    const { values, labels } = mailing?.figures ?? {};
    const label = values?.[variable]?.find((one) => one.value === value)?.label ?? String(value);
    words.push(t('papers.value', { variable: labels?.[variable] ?? variable, label }));
  }
  return words.join(', ') || t('papers.all');
}

/** As the mailing counts them; undefined for conditions that hold together, which it does not count. */
function countOf({ only, variable, value }: PaperFilter, { figures }: MailingDetailView) {
  if (only && variable !== undefined) return undefined;
  if (variable !== undefined) return figures.values[variable]?.find((one) => one.value === value)?.documents;
  if (only === 'open') return unanswered(figures);
  return only === 'not-mailed' ? notYetMailed(figures) : figures[only ?? 'issued'];
}
