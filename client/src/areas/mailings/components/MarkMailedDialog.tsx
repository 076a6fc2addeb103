import { useTranslation } from 'react-i18next';
import type { MailingDetailView } from '../../../../../shared/contracts/mailings.ts';
import { call } from '../../../api/call.ts';
import { ProblemError } from '../../../api/problem.ts';
import { calendarDay } from '../../../app/dates.ts';
import { textOf } from '../../../app/form/form-data.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { useDates, useOrganisation } from '../../../app/session.ts';
import { FormDialog } from '../../../parts/FormDialog.tsx';
import type { FormFailure } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { notYetMailed } from '../figures.ts';
import { mailedMoment } from '../mailed-moment.ts';

interface MarkMailedDialogProps {
  mailing: MailingDetailView;
  onDone: (mailing: MailingDetailView) => unknown;
  onClose: () => void;
}

/** When it left the house: today unless somebody says otherwise. */
export function MarkMailedDialog({ mailing, onDone, onClose }: MarkMailedDialogProps) {
  const { t } = useTranslation('mailings');
  const { timeZone } = useOrganisation();
  const dates = useDates();
  const problems = useProblemText();
  const day = calendarDay(new Date(), timeZone);

  function wrongDay(why: string): FormFailure {
    const text =
      why === 'before-issued'
        ? t('action.markBeforeIssued', { day: dates.day(mailing.createdAt) })
        : t('action.markWrong');
    return { fields: [{ field: 'at', text }] };
  }

  function send(data: FormData) {
    const issuedAt = mailing.createdAt;
    const moment = mailedMoment({ day: textOf(data, 'at'), now: new Date(), issuedAt, timeZone });
    if ('wrong' in moment) return wrongDay(moment.wrong);
    return call('post /mailings/{id}/mailed', { params: { id: mailing.id }, body: { at: moment.at } });
  }

  function failureOf(error: unknown): FormFailure {
    const code = error instanceof ProblemError ? error.problem.errors?.[0]?.code : undefined;
    if (code !== undefined) return wrongDay(code);
    return { fields: [], general: <p>{problems.doing(error)}</p> };
  }

  return (
    <FormDialog
      title={t('action.markTitle')}
      intro={<p>{t('action.markText', { count: notYetMailed(mailing.figures), name: mailing.name })}</p>}
      submitText={t('action.markSubmit')}
      {...{ send, failureOf, onDone, onClose }}
    >
      <TextField name="at" label={t('action.markDay')} type="date" defaultValue={day} />
    </FormDialog>
  );
}
