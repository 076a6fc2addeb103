import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Page } from '../../../app/Page.tsx';
import { Failed, Loading } from '../../../ui/Notice.tsx';
import { settingsQuery } from '../api.ts';
import { SettingsForm } from '../components/SettingsForm.tsx';

export default function OrganisationPage() {
  const { t } = useTranslation(['organisation', 'common']);
  const problems = useProblemText();
  const settings = useQuery(settingsQuery);
  return (
    <Page title={t('organisation:settings.title')} lead={t('organisation:settings.lead')}>
      {settings.data ? (
        <SettingsForm settings={settings.data} />
      ) : settings.error ? (
        <Failed
          text={problems.reading(settings.error)}
          again={t('common:list.again')}
          onAgain={() => void settings.refetch()}
        />
      ) : (
        <Loading text={t('common:list.loading')} />
      )}
    </Page>
  );
}
