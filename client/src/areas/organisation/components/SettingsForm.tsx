import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OrganisationSettings } from '../../../../../shared/contracts/organisation.ts';
import { call } from '../../../api/call.ts';
import { ProblemError } from '../../../api/problem.ts';
import type { Issue } from '../../../api/validate.ts';
import { textOf } from '../../../app/form/form-data.ts';
import { issueFromServer, issueText } from '../../../app/form/problem-texts.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { isLanguage } from '../../../app/language.ts';
import { organisationQuery, useOrganisation } from '../../../app/session.ts';
import { Form, type FormFailure } from '../../../ui/form/Form.tsx';
import { settingsQuery } from '../api.ts';
import { daysIn, isCrmLink } from '../settings.ts';
import { HouseFields } from './HouseFields.tsx';
import { RegisterFields } from './RegisterFields.tsx';

type LabelOf = (field: string) => string;

/** All that can be set for the house, saved at once. */
export function SettingsForm({ settings }: { settings: OrganisationSettings }) {
  const { t } = useTranslation(['organisation', 'common']);
  const { t: common } = useTranslation('common');
  const queries = useQueryClient();
  const problems = useProblemText();
  const { name, language, timeZone } = useOrganisation();

  function textFor(issue: Issue, labelOf: LabelOf): string {
    if (issue.field === 'crmLink') return t('organisation:settings.crmLinkWrong');
    if (issue.field === 'addressDays') return t('organisation:settings.addressDaysWrong');
    return issueText(issue, labelOf(issue.field), common);
  }

  async function submit(data: FormData, labelOf: LabelOf): Promise<FormFailure | null> {
    const fields = (issues: Issue[]) =>
      issues.map((issue) => ({ field: issue.field, text: textFor(issue, labelOf) }));
    const wrong = fields(issuesIn(data));
    if (wrong.length > 0) return { fields: wrong };
    try {
      const view = await call('patch /organisation', { body: bodyFrom(data) });
      queries.setQueryData(organisationQuery.queryKey, view);
      queries.setQueryData(settingsQuery.queryKey, view);
      return null;
    } catch (error) {
      const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
      if (errors.length > 0) return { fields: fields(errors.map(issueFromServer)) };
      return { fields: [], general: <p>{problems.doing(error)}</p> };
    }
  }

  return (
    <Form submit={submit} submitText={t('common:form.save')} doneText={t('common:form.saved')}>
      <HouseFields name={name ?? ''} language={language} timeZone={timeZone} />
      <RegisterFields {...settings} />
    </Form>
  );
}

/** What can be said before the server is asked; the rest it says itself. */
function issuesIn(data: FormData): Issue[] {
  const about = (field: string, empty: boolean): Issue => ({ field, code: 'invalid_format', empty });
  const crmLink = textOf(data, 'crmLink').trim();
  return [
    ...['name', 'timeZone']
      .filter((field) => textOf(data, field).trim() === '')
      .map((field) => about(field, true)),
    ...(crmLink !== '' && !isCrmLink(crmLink) ? [about('crmLink', false)] : []),
    ...(daysIn(textOf(data, 'addressDays')) === undefined ? [about('addressDays', false)] : []),
  ];
}

function bodyFrom(data: FormData) {
  const language = textOf(data, 'language');
  const days = daysIn(textOf(data, 'addressDays'));
  return {
    name: textOf(data, 'name'),
    timeZone: textOf(data, 'timeZone'),
    crmLink: textOf(data, 'crmLink').trim() || null,
    ...(isLanguage(language) && { language }),
    ...(days !== undefined && { addressDays: days }),
  };
}
