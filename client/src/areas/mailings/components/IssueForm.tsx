import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DocumentTypeView } from '../../../../../shared/contracts/processes.ts';
import { call } from '../../../api/call.ts';
import { calendarDay } from '../../../app/dates.ts';
import { textOf } from '../../../app/form/form-data.ts';
import { paths } from '../../../app/paths.ts';
import { useOrganisation } from '../../../app/session.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/form/ChoiceFields.tsx';
import { Form, type FormOutcome } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { mailingsKey } from '../api.ts';
import { makeRequestKey } from '../request-key.ts';
import { type References, ReferencesField } from './References.tsx';
import { TypeField } from './TypeField.tsx';
import { useIssueCheck } from './use-issue-check.ts';
import { useIssueFailure } from './use-issue-failure.tsx';
import { useNumbers } from './use-numbers.ts';

/** Who gets one: all, or those of a list. */
export interface Recipients {
  all: boolean;
  references: References;
}

interface IssueFormProps {
  types: readonly DocumentTypeView[];
  recipients: Recipients;
  onRecipients: (recipients: Recipients) => void;
}

/** Once issued, codes are spent: so the same form, sent twice, issues once. */
export function IssueForm({ types, recipients, onRecipients }: IssueFormProps) {
  const { t } = useTranslation(['mailings', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { timeZone } = useOrganisation();
  const [requestKey] = useState(makeRequestKey);
  const [typeKey, setTypeKey] = useState('');
  const numbers = useNumbers();
  const day = calendarDay(new Date(), timeZone);
  const check = useIssueCheck(day);
  const failureOf = useIssueFailure(numbers.day(day));
  const answerable = types.find(({ key }) => key === typeKey)?.answerable ?? false;
  const { all, references } = recipients;

  async function submit(data: FormData, labelOf: (field: string) => string): Promise<FormOutcome> {
    const expectedBy = textOf(data, 'expectedBy');
    const form = { name: textOf(data, 'name').trim(), documentType: typeKey, expectedBy };
    const fields = check(form, recipients, labelOf);
    if (fields.length > 0) return { fields };
    try {
      const reply = await call('post /mailings', {
        body: {
          name: form.name,
          documentType: typeKey,
          customers: all ? { all: true } : { refs: references.refs },
          ...(answerable && expectedBy && { expectedBy }),
        },
        idempotencyKey: requestKey,
      });
      if (!('id' in reply)) return null;
      void queries.invalidateQueries({ queryKey: [...mailingsKey, 'list'] });
      return () => navigate(paths.mailing(reply.id));
    } catch (error) {
      return failureOf(error, labelOf, all ? 'customers' : 'references');
    }
  }

  return (
    <Form
      submit={submit}
      submitText={t('mailings:add.submit')}
      kept={t('mailings:add.kept')}
      actions={
        <LinkButton to={paths.mailings} look="quiet">
          {t('common:form.cancel')}
        </LinkButton>
      }
    >
      <TextField
        name="name"
        label={t('mailings:add.name')}
        hint={t('mailings:add.nameHint')}
        autoComplete="off"
      />
      <TypeField types={types} onChange={setTypeKey} />
      {answerable && (
        <TextField
          name="expectedBy"
          label={t('mailings:add.expectedBy')}
          hint={t('mailings:add.expectedByHint')}
          type="date"
          optional
        />
      )}
      <Choices
        kind="radio"
        name="customers"
        label={t('mailings:add.who')}
        chosen={[all ? 'all' : 'list']}
        choices={[
          { value: 'all', label: t('mailings:add.all'), hint: t('mailings:add.allHint') },
          { value: 'list', label: t('mailings:add.list'), hint: t('mailings:add.listHint') },
        ]}
        onChange={(who) => onRecipients({ ...recipients, all: who === 'all' })}
      />
      {!all && (
        <ReferencesField
          value={references}
          onChange={(value) => onRecipients({ ...recipients, references: value })}
        />
      )}
    </Form>
  );
}
