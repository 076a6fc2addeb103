import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode } from '../../../../../shared/codes/code.ts';
import { call } from '../../../api/call.ts';
import { isProblem } from '../../../api/problem.ts';
import { ApiForm } from '../../../app/form/ApiForm.tsx';
import { textOf } from '../../../app/form/form-data.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { CancelButton } from '../../../ui/form/CancelButton.tsx';
import { Choices } from '../../../ui/form/ChoiceFields.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { decisionAbout, type OpenException } from '../api.ts';
import { DecidedAlready } from './DecidedAlready.tsx';

const decisions = ['scanned', 'present', 'dismissed'] as const;
type Decision = (typeof decisions)[number];

/** One of both answers, or neither, with a reason for whoever asks later. */
export function SettleDialog({ one, onClose }: { one: OpenException; onClose: () => void }) {
  const { t } = useTranslation(['scanning', 'common']);
  const queries = useQueryClient();
  const choices = useChoices(one);
  const [before, setBefore] = useState<{ by: OpenException['settled']; reason: string } | null>(null);
  async function close() {
    onClose();
    // The paper, its dossier, its mailing and its box all said that it waits: none is shown so again.
    queries.removeQueries({ type: 'inactive' });
    await queries.invalidateQueries();
  }
  if (before) return <DecidedAlready one={one} settled={before.by} reason={before.reason} onClose={close} />;
  return (
    <Dialog title={t('scanning:exceptions.settle.title')} wide onClose={onClose}>
      <p>{formatCode(one.code)}</p>
      <ApiForm
        read={(data) => ({
          decision: textOf(data, 'decision') as Decision,
          reason: textOf(data, 'reason').trim(),
        })}
        check={({ decision, reason }) => [
          ...(decisions.includes(decision)
            ? []
            : [{ field: 'decision', code: 'invalid_value', empty: true }]),
          ...(reason === '' ? [{ field: 'reason', code: 'too_small', empty: true }] : []),
        ]}
        send={async (body) => {
          try {
            await call('post /scans/exceptions/{id}/settle', { params: { id: one.id }, body });
            return null;
          } catch (error) {
            if (!isProblem(error, 'exception-settled')) throw error;
            return { by: await decisionAbout(one), reason: body.reason };
          }
        }}
        onDone={(decided) => (decided ? setBefore(decided) : void close())}
        submitText={t('scanning:exceptions.settle.submit')}
        kept={t('scanning:exceptions.settle.kept')}
        actions={<CancelButton onCancel={onClose} />}
      >
        <Choices
          kind="radio"
          name="decision"
          label={t('scanning:exceptions.settle.decision')}
          choices={choices}
        />
        <TextField
          name="reason"
          label={t('scanning:exceptions.settle.reason')}
          hint={t('scanning:exceptions.settle.reasonHint')}
          autoComplete="off"
        />
      </ApiForm>
    </Dialog>
  );
}

/** What is booked can only hold where something else is booked. */
function useChoices({ moment, present, reason, scannedPlace }: OpenException) {
  const { t } = useTranslation('scanning');
  const what = moment?.label ?? scannedPlace.at(-1)?.name ?? '';
  return [
    {
      value: 'scanned',
      label: what ? t('exceptions.settle.scanned', { what }) : t('exceptions.settle.scannedPlace'),
      hint: t('exceptions.settle.scannedHint'),
    },
    ...(reason === 'contradiction'
      ? [
          {
            value: 'present',
            label: t('exceptions.settle.present', { what: present ?? '' }),
            hint: t('exceptions.settle.presentHint'),
          },
        ]
      : []),
    {
      value: 'dismissed',
      label: t('exceptions.settle.dismissed'),
      hint: t('exceptions.settle.dismissedHint'),
    },
  ];
}
