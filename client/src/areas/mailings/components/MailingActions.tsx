import { IconBarcode, IconSend, IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailingDetailView } from '../../../../../shared/contracts/mailings.ts';
import { call } from '../../../api/call.ts';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { notYetMailed, stageOf } from '../figures.ts';
import { fileName } from '../save-file.ts';
import { MarkMailedDialog } from './MarkMailedDialog.tsx';
import { SaveButton } from './SaveButton.tsx';
import { useMailingChanged } from './use-mailing-changed.ts';

/** What can be done with a mailing at this stage, by who may; the next step is the primary one. */
export function MailingActions({ mailing }: { mailing: MailingDetailView }) {
  const { t } = useTranslation(['mailings', 'common']);
  const { may } = useSession();
  const changed = useMailingChanged();
  const [asking, setAsking] = useState<'mark' | 'cancel' | 'close'>();
  const { id, name } = mailing;
  const stage = stageOf(mailing);
  const notYet = notYetMailed(mailing.figures);
  const done = () => setAsking(undefined);
  if (!may('mailings.issue') || stage === 'cancelled') return null;
  return (
    <>
      {(stage === 'issuing' || stage === 'to-mail') && (
        <Button look="danger" onClick={() => setAsking('cancel')}>
          {t('mailings:action.cancel')}
        </Button>
      )}
      {stage === 'mailed' && <Button onClick={() => setAsking('close')}>{t('mailings:action.close')}</Button>}
      {stage !== 'issuing' && (
        <SaveButton
          path="/mailings/{id}/merge.csv"
          id={id}
          name={fileName(name)}
          icon={<IconTableExport size={20} stroke={1.6} aria-hidden="true" />}
        >
          {t('mailings:action.merge')}
        </SaveButton>
      )}
      {stage !== 'issuing' && may('labels.print') && (
        <LinkButton
          to={paths.mailingLabels(id)}
          icon={<IconBarcode size={20} stroke={1.6} aria-hidden="true" />}
        >
          {t('common:page.labels')}
        </LinkButton>
      )}
      {stage === 'to-mail' && notYet > 0 && (
        <Button
          look="primary"
          icon={<IconSend size={20} stroke={1.6} aria-hidden="true" />}
          onClick={() => setAsking('mark')}
        >
          {t('mailings:action.mark', { count: notYet })}
        </Button>
      )}
      {asking === 'mark' && <MarkMailedDialog mailing={mailing} onDone={changed} onClose={done} />}
      {asking === 'cancel' && (
        <ConfirmDialog
          title={t('mailings:action.cancelTitle', { name })}
          submitText={t('mailings:action.cancel')}
          keepText={t('mailings:action.keep')}
          danger
          send={() => call('post /mailings/{id}/cancel', { params: { id } })}
          onDone={changed}
          onClose={done}
        >
          <p>{t('mailings:action.cancelText', { count: mailing.papers })}</p>
        </ConfirmDialog>
      )}
      {asking === 'close' && (
        <ConfirmDialog
          title={t('mailings:action.closeTitle', { name })}
          submitText={t('mailings:action.close')}
          keepText={t('common:form.cancel')}
          send={() => call('post /mailings/{id}/close', { params: { id } })}
          onDone={changed}
          onClose={done}
        >
          <p>{t('mailings:action.closeText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
