import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { codeKind, formatCode, isCode } from '../../../../../shared/codes/code.ts';
import { Listed } from '../../../app/Listed.tsx';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Notice.tsx';
import { exceptionsQuery, refusedQuery } from '../api.ts';
import styles from '../components/Exceptions.module.css';
import { ExceptionTable } from '../components/ExceptionTable.tsx';
import { RefusedTable } from '../components/RefusedTable.tsx';

const tabs = ['open', 'settled', 'refused'] as const;

/** What waits for a person, what was decided, and what was turned down. */
export default function ExceptionsPage() {
  const { t } = useTranslation('scanning');
  const { may } = useSession();
  const [search] = useSearchParams();
  const tab = tabs.find((one) => one === search.get('show')) ?? 'open';
  // A paper in doubt leads here, to what was set aside of it.
  const of = search.get('paper');
  return (
    <Page
      title={t('exceptions.title')}
      lead={
        of !== null && tab !== 'refused' ? (
          <>
            {t('exceptions.only', { code: codeText(of) })} <Link to="?">{t('exceptions.showAll')}</Link>
          </>
        ) : (
          t(may('scanning.settle') ? 'exceptions.lead' : 'exceptions.leadRead')
        )
      }
    >
      <nav aria-label={t('exceptions.tabs')} className={styles.tabs}>
        <ul>
          {tabs.map((one) => (
            <li key={one}>
              <Link
                to={linkTo(one, of)}
                replace
                aria-current={one === tab ? 'page' : undefined}
                className={styles.tab}
              >
                {t(`exceptions.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {tab === 'refused' ? (
        <Refused />
      ) : (
        <Exceptions key={`${tab} ${of}`} settled={tab === 'settled'} of={of} />
      )}
    </Page>
  );
}

function linkTo(tab: (typeof tabs)[number], of: string | null): string {
  const search = new URLSearchParams({
    ...(tab !== 'open' && { show: tab }),
    ...(of !== null && { paper: of }),
  });
  return `?${search}`;
}

/** In groups of four that stay on one line, where it is a code at all. */
function codeText(text: string): string {
  return isCode(text) ? formatCode(text).replaceAll(' ', '\u00a0') : text;
}

function Exceptions({ settled, of }: { settled: boolean; of: string | null }) {
  const { t } = useTranslation('scanning');
  const list = useInfiniteQuery({ ...exceptionsQuery(settled, of), refetchOnMount: 'always' });
  const none = settled ? (
    <Empty title={t('exceptions.noneSettled')}>{t('exceptions.noneSettledText')}</Empty>
  ) : of !== null ? (
    <Empty title={t('exceptions.noneOfPaper', { code: codeText(of) })} action={<BackTo code={of} />}>
      {t('exceptions.noneOfPaperText')}
    </Empty>
  ) : (
    <Empty title={t('exceptions.noneOpen')}>{t('exceptions.noneOpenText')}</Empty>
  );
  return (
    <Listed list={list} empty={none}>
      {(rows) => <ExceptionTable rows={rows} settled={settled} />}
    </Listed>
  );
}

/** To what was in doubt: a paper, or a container that was moved late. */
function BackTo({ code }: { code: string }) {
  const { t } = useTranslation('scanning');
  if (isCode(code) && codeKind(code) === 'container') {
    return <LinkButton to={paths.place(code)}>{t('exceptions.toPlace')}</LinkButton>;
  }
  return <LinkButton to={paths.document(code)}>{t('exceptions.toPaper')}</LinkButton>;
}

function Refused() {
  const { t } = useTranslation('scanning');
  const list = useInfiniteQuery({ ...refusedQuery, refetchOnMount: 'always' });
  return (
    <Listed
      list={list}
      empty={<Empty title={t('exceptions.noneRefused')}>{t('exceptions.noneRefusedText')}</Empty>}
    >
      {(rows) => <RefusedTable rows={rows} />}
    </Listed>
  );
}
