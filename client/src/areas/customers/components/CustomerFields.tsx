import { useTranslation } from 'react-i18next';
import type { CustomerView } from '../../../../../shared/contracts/customers.ts';
import { textOf } from '../../../app/form/form-data.ts';
import { SelectField } from '../../../ui/form/ChoiceFields.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { doNotMailReasons, isDoNotMail, linesOf } from '../customer-form.ts';
import { LinesField } from './LinesField.tsx';

/** What is kept about a customer, for adding and for changing. */
export function CustomerFields({ customer }: { customer?: CustomerView }) {
  const { t } = useTranslation('customers');
  return (
    <>
      {/* The customer's, not the reader's own: nothing to be filled in by the browser. */}
      <TextField
        name="ref"
        label={t('field.ref')}
        hint={t('field.refHint')}
        defaultValue={customer?.ref ?? ''}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField name="name" label={t('field.name')} defaultValue={customer?.name ?? ''} autoComplete="off" />
      <TextField
        name="city"
        label={t('field.city')}
        defaultValue={customer?.city ?? ''}
        autoComplete="off"
        optional
      />
      <LinesField
        name="addressLines"
        label={t('field.addressLines')}
        hint={t('field.addressLinesHint')}
        defaultValue={(customer?.addressLines ?? []).join('\n')}
      />
      <SelectField
        name="doNotMail"
        label={t('field.doNotMail')}
        hint={t('field.doNotMailHint')}
        defaultValue={customer?.doNotMail ?? ''}
        options={[
          { value: '', label: t('doNotMail.may') },
          ...doNotMailReasons.map((reason) => ({ value: reason, label: t(`doNotMail.${reason}`) })),
        ]}
      />
    </>
  );
}

/** From the fields to what is sent; an empty field empties what was there. */
export function readCustomer(data: FormData) {
  const lines = linesOf(textOf(data, 'addressLines'));
  const reason = textOf(data, 'doNotMail');
  return {
    ref: textOf(data, 'ref'),
    name: textOf(data, 'name'),
    city: textOf(data, 'city').trim() || null,
    addressLines: lines.length > 0 ? lines : null,
    doNotMail: isDoNotMail(reason) ? reason : null,
  };
}
