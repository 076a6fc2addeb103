import { useTranslation } from 'react-i18next';
import { TextField } from '../../../ui/form/TextField.tsx';

/** Where else the organisation keeps its customers, and for how long we keep their addresses. */
export function RegisterFields({ crmLink, addressDays }: { crmLink: string | null; addressDays: number }) {
  const { t } = useTranslation('organisation');
  return (
    <>
      <TextField
        name="crmLink"
        label={t('settings.crmLink')}
        hint={t('settings.crmLinkHint')}
        optional
        defaultValue={crmLink ?? ''}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="none"
      />
      <TextField
        name="addressDays"
        label={t('settings.addressDays')}
        hint={t('settings.addressDaysHint')}
        defaultValue={addressDays}
        autoComplete="off"
      />
    </>
  );
}
