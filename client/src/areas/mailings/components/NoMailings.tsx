import { useQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { guideQuery } from '../../../app/guide.ts';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import styles from '../pages/mailings.module.css';

/** What a mailing is, and the one thing that makes the first. */
export function NoMailings() {
  const { t } = useTranslation('mailings');
  const { may } = useSession();
  const guide = useQuery({ ...guideQuery, enabled: may('mailings.issue') });
  return (
    <div className={styles.empty}>
      <Papers />
      <div className={styles.words}>
        <h2>{t('list.none')}</h2>
        <p>{t('list.noneText')}</p>
        {may('mailings.issue') ? (
          <First customers={may('customers.import') && guide.data?.customers === 0} />
        ) : (
          <p>{t('list.noneRead')}</p>
        )}
        {may('mailings.issue') && may('dossiers.read') && guide.data?.customers !== 0 && (
          <p>
            <Trans t={t} i18nKey="list.oneLetter" components={{ dossier: <Link to={paths.customers} /> }} />
          </p>
        )}
        {may('organisation.change') && (
          <p className="note">
            <Trans t={t} i18nKey="list.example" components={{ code: <code /> }} />
          </p>
        )}
      </div>
    </div>
  );
}

/** `customers`: there are none to whom it could go, so that they come first. */
function First({ customers }: { customers: boolean }) {
  const { t } = useTranslation('mailings');
  return (
    <>
      {customers && <p>{t('list.customersFirst')}</p>}
      <LinkButton to={customers ? paths.importCustomers : paths.addMailing} look="primary">
        {customers ? t('list.bringCustomers') : t('list.first')}
      </LinkButton>
    </>
  );
}

/** Three papers with their codes, and the trail that brings one back. */
function Papers() {
  const sheets = [0, 1, 2];
  return (
    <svg viewBox="0 0 176 166" aria-hidden="true">
      {sheets.map((at) => (
        <rect key={at} x={50 - at * 24} y={1 + at * 23} width="124" height="78" />
      ))}
      <path d="M15 62h46M15 71h60M15 80h50" />
      <path d="M15 97h9v9h-9zM15 110h9v9h-9zM30 101h24M30 114h24" />
      <path
        className={styles.accented}
        d="M78 99v19M82 99v19M88 99v19M91 99v19M97 99v19M101 99v19M107 99v19M112 99v19"
      />
      <circle className={styles.accented} cx="9" cy="152" r="6" />
      <path className={styles.dotted} d="M22 152h94" />
      <circle className={styles.accented} cx="125" cy="152" r="6" />
    </svg>
  );
}
