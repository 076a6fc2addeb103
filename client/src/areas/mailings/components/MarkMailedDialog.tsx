import { useTranslation } from 'react-i18next';
import type { MailingDetailView } from '../../../../../shared/contracts/mailings.ts';
import { call } from '../../../api/call.ts';
import { ProblemError } from '../../../api/problem.ts';
import { calendarDay, startOfDay } from '../../../app/dates.ts';
import { textOf } from '../../../app/form/form-data.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { useOrganisation } from '../../../app/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Form, type FormFailure } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { notYetMailed } from '../figures.ts';

interface MarkMailedDialogProps {
  mailing: MailingDetailView;
  onDone: (mailing: MailingDetailView) => unknown;
  onClose: () => void;
}

/** When it left the house: today unless somebody says otherwise. */
export function MarkMailedDialog({ mailing, onDone, onClose }: MarkMailedDialogProps) {
  const { t } = useTranslation(['mailings', 'common']);
  const { timeZone } = useOrganisation();
  const problems = useProblemText();
  const day = calendarDay(new Date(), timeZone);

  async function submit(data: FormData): Promise<FormFailure | null> {
    const at = momentOf(textOf(data, 'at'), day, timeZone);
    const wrong = { fields: [{ field: 'at', text: t('mailings:action.markWrong') }] };
    if (!at) return wrong;
    try {
      const view = await call('post /mailings/{id}/mailed', { params: { id: mailing.id }, body: { at } });
      onClose();
      await onDone(view);
      return null;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.errors?.length) return wrong;
      return { fields: [], general: <p>{problems.doing(error)}</p> };
    }
  }

  return (
    <Dialog title={t('mailings:action.markTitle')} onClose={onClose}>
      <p>
        {t('mailings:action.markText', {
          count: notYetMailed(mailing.figures),
          name: mailing.name,
        })}
      </p>
      <Form
        submit={submit}
        submitText={t('mailings:action.markSubmit')}
        actions={
          <Button look="quiet" onClick={onClose}>
            {t('common:form.cancel')}
          </Button>
        }
      >
        <TextField name="at" label={t('mailings:action.markDay')} type="date" defaultValue={day} />
      </Form>
    </Dialog>
  );
}

/** Today means now; another day its noon, when the post has gone out whatever the time zone. */
function momentOf(day: string, present: string, timeZone: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day > present) return undefined;
  if (day === present) return new Date().toISOString();
  return new Date(Date.parse(startOfDay(day, timeZone)) + 12 * 3_600_000).toISOString();
}
