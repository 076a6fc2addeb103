import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { ApiForm } from '../../../app/form/ApiForm.tsx';
import { textOf } from '../../../app/form/form-data.ts';
import { isLanguage } from '../../../app/language.ts';
import { Page } from '../../../app/Page.tsx';
import { organisationQuery, useOrganisation } from '../../../app/session.ts';
import { schemas } from '../api.ts';
import { HouseFields } from '../components/HouseFields.tsx';

export default function OrganisationPage() {
  const { t } = useTranslation(['organisation', 'common']);
  const queries = useQueryClient();
  const { name, language, timeZone } = useOrganisation();
  return (
    <Page title={t('organisation:settings.title')} lead={t('organisation:settings.lead')}>
      <ApiForm
        schema={schemas.change}
        read={(data) => {
          const chosen = textOf(data, 'language');
          return {
            name: textOf(data, 'name'),
            timeZone: textOf(data, 'timeZone'),
            ...(isLanguage(chosen) && { language: chosen }),
          };
        }}
        send={(body) => call('patch /organisation', { body })}
        onDone={(view) => queries.setQueryData(organisationQuery.queryKey, view)}
        submitText={t('common:form.save')}
        doneText={t('common:form.saved')}
      >
        <HouseFields name={name ?? ''} language={language} timeZone={timeZone} />
      </ApiForm>
    </Page>
  );
}
