import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../../shared/contracts/fields.ts';
import { keepStation, keptStation } from '../../../app/device.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { paths } from '../../../app/paths.ts';
import { Actions, LinkButton } from '../../../ui/Button.tsx';
import { Failed, Loading } from '../../../ui/Notice.tsx';
import { commandsQuery } from '../api.ts';
import { StationNameDialog } from '../components/StationNameDialog.tsx';
import styles from '../components/StationScreen.module.css';
import { StationScreen } from '../components/StationScreen.tsx';

export default function ScanPage() {
  const { t, i18n } = useTranslation(['scanning', 'common']);
  const problems = useProblemText();
  const commands = useQuery(commandsQuery(i18n.language as Language));
  const [name, setName] = useState(keptStation);
  const title = `${t('scanning:station.title')} · ${t('common:product')}`;

  useEffect(() => {
    document.title = title;
  }, [title]);

  const named = (next: string) => {
    keepStation(next);
    setName(next);
  };
  if (!commands.data) {
    return (
      <div className={styles.waiting}>
        <h1 className="for-screen-readers">{t('scanning:station.title')}</h1>
        {commands.error ? (
          <>
            <Failed
              text={problems.reading(commands.error)}
              again={t('common:list.again')}
              onAgain={() => commands.refetch()}
            />
            {/* No bar stands above this page: without it there would be no way on. */}
            <Actions>
              <LinkButton to={paths.home}>{t('common:notFound.home')}</LinkButton>
            </Actions>
          </>
        ) : (
          <Loading text={t('scanning:station.loading')} />
        )}
      </div>
    );
  }
  return (
    <>
      <StationScreen commands={commands.data} name={name ?? ''} onName={named} />
      {name === null && <StationNameDialog name="" onName={named} />}
    </>
  );
}
