import { IconExternalLink, IconMailOff, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CustomerView } from '../../../../../shared/contracts/customers.ts';
import { isProblem } from '../../../api/problem.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { OnRecord } from '../../../parts/OnRecord.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Failed, Loading, Notice } from '../../../ui/Notice.tsx';
import { dossierQuery } from '../api.ts';
import styles from './Dossier.module.css';
import { PaperPane } from './PaperPane.tsx';
import { Papers } from './Papers.tsx';
import { SendLetter } from './SendLetter.tsx';
import { useChosenPaper } from './use-chosen-paper.ts';

/** All that is known of one customer's papers. */
export function Dossier({ id }: { id: string }) {
  const { t, i18n } = useTranslation(['dossiers', 'common']);
  const problems = useProblemText();
  const { may } = useSession();
  const dossier = useQuery(dossierQuery(id, i18n.language));
  const choice = useChosenPaper(dossier.data?.documents ?? []);
  if (isProblem(dossier.error, 'not-found') || isProblem(dossier.error, 'invalid-request'))
    return <Unknown />;
  if (!dossier.data) {
    return (
      <Page title={t('common:page.dossier')} above={aboveOf(t('common:page.customers'))}>
        {dossier.error ? (
          <Failed
            text={problems.reading(dossier.error)}
            again={t('common:list.again')}
            onAgain={() => void dossier.refetch()}
          />
        ) : (
          <Loading text={t('common:list.loading')} />
        )}
      </Page>
    );
  }
  const { customer, documents } = dossier.data;
  return (
    <Page
      key={id}
      title={customer.name}
      lead={<HeadLine customer={customer} />}
      actions={<DossierActions customer={customer} hasPapers={documents.length > 0} />}
      aside={choice.wide && choice.chosen ? <PaperPane paper={choice.chosen} /> : undefined}
    >
      {dossier.error && <Notice kind="error" title={problems.reading(dossier.error)} />}
      {customer.doNotMail && <DoNotMail reason={customer.doNotMail} />}
      <Papers customer={customer} papers={documents} choice={choice} />
      <footer className={styles.foot}>
        {!customer.doNotMail && <span>{t('dossiers:mayBeMailed')}</span>}
        <span className={styles.onRecord}>
          <OnRecord>
            {may('accounts.audit') && (
              <Link to={paths.looksAt(customer.id)} data-screen-only>
                {t('dossiers:whoLooked')}
              </Link>
            )}
          </OnRecord>
        </span>
      </footer>
    </Page>
  );
}

/** Also where a reference leads to nobody. */
export function Unknown({ reference }: { reference?: string }) {
  const { t } = useTranslation(['dossiers', 'common']);
  const lead = reference ? t('dossiers:notFoundRef', { ref: reference }) : t('dossiers:notFoundText');
  return <Page title={t('dossiers:notFound')} above={aboveOf(t('common:page.customers'))} lead={lead} />;
}

function aboveOf(title: string) {
  return { path: paths.customers, title };
}

function HeadLine({ customer: { id, ref, city, crmLink } }: { customer: CustomerView }) {
  const { t } = useTranslation('dossiers');
  const { may } = useSession();
  return (
    <span className={styles.headLine}>
      <span className={styles.ref}>{ref}</span>
      {city && <span>{city}</span>}
      {crmLink && (
        <a href={crmLink} target="_blank" rel="noreferrer" className={styles.crm}>
          {t('crm')}
          <IconExternalLink size={16} stroke={1.6} aria-hidden="true" />
          <span className="for-screen-readers">{t('crmNewTab')}</span>
        </a>
      )}
      {may('customers.change') && (
        <Link to={paths.changeCustomer(id)} data-screen-only>
          {t('change')}
        </Link>
      )}
    </span>
  );
}

function DossierActions({ customer, hasPapers }: { customer: CustomerView; hasPapers: boolean }) {
  const { t } = useTranslation('dossiers');
  const { may } = useSession();
  return (
    <>
      {hasPapers && (
        <Button icon={<IconPrinter size={20} stroke={1.6} />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      )}
      {hasPapers && may('mailings.issue') && !customer.doNotMail && <SendLetter customer={customer} />}
    </>
  );
}

function DoNotMail({ reason }: { reason: NonNullable<CustomerView['doNotMail']> }) {
  const { t } = useTranslation('dossiers');
  return (
    <p className={styles.noMail}>
      <IconMailOff size={20} stroke={1.6} aria-hidden="true" />
      <span>
        <b>{t(`doNotMail.${reason}`)}</b> {t('doNotMail.text')}
      </span>
    </p>
  );
}
