import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/session.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { CopyField } from '../../../ui/CopyField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { isLoopback } from '../loopback.ts';

interface PasswordLinkDialogProps {
  name: string;
  link: { url: string; expiresAt: string };
  onClose: () => void;
}

/** Shows a one-time link this once; it is kept nowhere. */
export function PasswordLinkDialog({ name, link, onClose }: PasswordLinkDialogProps) {
  const { t } = useTranslation(['accounts', 'common']);
  const dates = useDates();
  return (
    <Dialog title={t('accounts:person.linkTitle', { name })} onClose={onClose}>
      <p>{t('accounts:person.linkText', { until: dates.moment(link.expiresAt) })}</p>
      {isLoopback(link.url) && <Notice>{t('accounts:person.linkHere')}</Notice>}
      <CopyField
        label={t('accounts:person.linkLabel')}
        value={link.url}
        copy={t('common:copy.copy')}
        copied={t('common:copy.copied')}
      />
      <Actions>
        <Button look="primary" onClick={onClose}>
          {t('accounts:person.linkDone')}
        </Button>
      </Actions>
    </Dialog>
  );
}
