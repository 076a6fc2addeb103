import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { speak } from '../texts/index.ts';
import { Button } from '../ui/Button.tsx';
import { Loading } from '../ui/Notice.tsx';
import { keptLanguage } from './device.ts';
import { languageFor } from './language.ts';
import styles from './Plain.module.css';
import { prepareFirstPage } from './pages.ts';
import { askAnew, organisationQuery, sessionQuery } from './session.ts';

/** Asks who is signed in and in which house; shows nothing else before both are known. */
export function Start({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const session = useQuery(sessionQuery);
  const organisation = useQuery(organisationQuery);
  const [ready, setReady] = useState(false);
  const queries = useQueryClient();

  const known = session.data !== undefined && organisation.data !== undefined;
  const signedIn = Boolean(session.data);
  const language = languageFor({
    user: session.data?.user.language,
    device: keptLanguage(),
    organisation: organisation.data?.language,
    browser: navigator.languages,
  });
  useEffect(() => {
    if (!known) return;
    // A catalogue that does not come must not keep the screens away: they stay in the language they have.
    void speak(language)
      .catch(() => false)
      .then((isAnother) => {
        if (isAnother) askAnew(queries);
        return prepareFirstPage(window.location.pathname, signedIn);
      })
      .then(() => setReady(true));
  }, [known, language, signedIn, queries]);

  if (session.isError || organisation.isError) {
    const again = () => Promise.all([session.refetch(), organisation.refetch()]);
    return (
      <main className={styles.plain}>
        <h1>{t('unreachable.title')}</h1>
        <p className="lead">{t('unreachable.long')}</p>
        <Button look="primary" busy={session.isFetching || organisation.isFetching} onClick={again}>
          {t('list.again')}
        </Button>
      </main>
    );
  }
  if (!known || !ready) {
    return (
      <main className={styles.plain}>
        <Loading text={t('shell.loading')} />
      </main>
    );
  }
  return children;
}
