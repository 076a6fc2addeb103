import { useTranslation } from 'react-i18next';
import { largestCapacity } from '../../../../../shared/places/capacity.ts';
import { textOf } from '../../../app/form/form-data.ts';
import type { FormFailure } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { capacityIn } from '../capacity.ts';

export function CapacityField({ capacity, row = false }: { capacity?: number | null; row?: boolean }) {
  const { t } = useTranslation('places');
  return (
    <TextField
      name="capacity"
      label={t('add.capacity')}
      hint={row ? t('add.capacityRowHint') : t('add.capacityHint')}
      optional
      defaultValue={capacity ?? ''}
      autoComplete="off"
    />
  );
}

export function CountryField({ country }: { country?: string | null }) {
  const { t } = useTranslation('places');
  return (
    <TextField
      name="country"
      label={t('add.country')}
      hint={t('add.countryHint')}
      optional
      defaultValue={country ?? ''}
      autoComplete="country"
      autoCapitalize="characters"
    />
  );
}

/** What stands in these fields, and what is wrong with it. */
export function usePlaceFields() {
  const { t } = useTranslation('places');
  return (data: FormData) => {
    const wrong: FormFailure['fields'] = [];
    const capacity = capacityIn(textOf(data, 'capacity'));
    if (capacity === undefined) {
      wrong.push({ field: 'capacity', text: t('wrong.capacity', { amount: largestCapacity }) });
    }
    const written = textOf(data, 'country').trim().toUpperCase();
    const country = written === '' ? null : written;
    if (country !== null && !/^[A-Z]{2}$/.test(country)) {
      wrong.push({ field: 'country', text: t('wrong.country') });
    }
    return { name: textOf(data, 'name').trim(), capacity: capacity ?? null, country, wrong };
  };
}
